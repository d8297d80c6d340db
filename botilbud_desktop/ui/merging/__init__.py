"""Two copies of a draft put together by the user: what is taken, and one decision for each conflict."""

"""What a round's form file still lacks, for whoever makes one."""

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en">
<context>
    <name>QAbstractFileIconProvider</name>
    <message><source>Drive</source><translation>Drev</translation></message>
    <message><source>File</source><translation>Fil</translation></message>
    <message><source>Folder</source><comment>All other platforms</comment><translation>Mappe</translation></message>
    <message><source>File Folder</source><comment>Match Windows Explorer</comment><translation>Mappe</translation></message>
    <message><source>%1 File</source><comment>%1 is a file name suffix, for example txt</comment><translation>%1-fil</translation></message>
    <message><source>Shortcut</source><comment>All other platforms</comment><translation>Genvej</translation></message>
    <message><source>Unknown</source><translation>Ukendt</translation></message>
</context>
<context>
    <name>QFileDialog</name>
    <message><source>&amp;Look in:</source><translation>&amp;Søg i:</translation></message>
    <message><source>Files of &amp;type:</source><translation>Fil&amp;type:</translation></message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message><source>Double Sided Printing</source><translation>Udskriv på begge sider</translation></message>
    <message><source>Off</source><translation>Nej</translation></message>
    <message><source>Long side binding</source><translation>Vend på lang kant</translation></message>
    <message><source>Short side binding</source><translation>Vend på kort kant</translation></message>
    <message><source>Page &amp;Set:</source><translation>&amp;Sider:</translation></message>
</context>
<context>
    <name>QPageSetupWidget</name>
    <message><source>Page &amp;order:</source><translation>Siderække&amp;følge:</translation></message>
    <message><source>Pages &amp;per sheet:</source><translation>Sider &amp;pr. ark:</translation></message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message><source>Cancel</source><translation>Annullér</translation></message>
    <message><source>Ignore</source><translation>Ignorér</translation></message>
</context>
</TS>

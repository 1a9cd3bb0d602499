<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Licences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cite the P&amp;aper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Citation as BibTeX</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Copy BibTeX</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If this program helped your work, please cite:</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>Open pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures ({0});;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left out, not readable as pictures: {0}. Choose JPEG, PNG, TIFF, WebP or AVIF.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No pictures in: {0}. Choose another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the enlarged picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save all into a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no model to fetch for this scale. Import one instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import a model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Models (*.safetensors *.pt *.pth);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Importing {0}…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures are still being enlarged. Stop and quit?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enlarged, but not saved yet: {0}. Quit without saving?</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CompareView</name>
        <message>
            <source>Picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag to move, wheel to zoom, arrow keys to move</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DragHandle</name>
        <message>
            <source>Drag Out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag the result into another program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag the result into another program or a folder; click to copy it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preparing the file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file is still being prepared. Drag again in a moment.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DropFrame</name>
        <message>
            <source>Drop to open</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EmptyView</name>
        <message>
            <source>Drop photographs here or open them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files, whole folders, or a picture pasted from another program.
JPEG, PNG, TIFF, WebP, AVIF, HEIC, PSD and cameras' raw files.
You compare first; nothing is saved until you say so, and nothing is sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try the sample picture</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FaultSink</name>
        <message>
            <source>Something went wrong inside {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your files are unharmed, and you can probably go on. The details are in the log file {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Copy Report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With the details and this system, to send to somebody who helps</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FetchDialog</name>
        <message>
            <source>Fetch a model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}, for enlarging {1}×</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Download</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Licence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The weights are not part of this program. Their authors gave them no licence: whether you may use them, above all commercially, is for you to judge.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Saved {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model {0} is ready to use.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dismiss the message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dismiss</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OptionsPanel</name>
        <message>
            <source>Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Upscale</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopping…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tile {0} of {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Working…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scale</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enlarge {0} times</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Upscale {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:.2f} dB on {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PSNR-Y: {0}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PreferencesDialog</name>
        <message>
            <source>Preferences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The language changes when the program starts again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Notify me when a long run has ended</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only while you work in another window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let &amp;other programs go first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enlarging steps back when others need the processor; from the next start on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Language</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>QueueView</name>
        <message>
            <source>Pictures</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RecentMenu</name>
        <message>
            <source>Open &amp;Recent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing opened yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Clear This List</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>The result could not be copied: its file is gone. Enlarge it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copied. Paste it into your message.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A report is in the clipboard, with the end of the log. Paste it into a message, say what happened, and read it through: nothing has been sent.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ShortcutsDialog</name>
        <message>
            <source>Keyboard Shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it does</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the picture</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SplitHandle</name>
        <message>
            <source>Split between bicubic and FDIWN</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag, or use the arrow keys. Double click: middle.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>About the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zoom</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>_MissingModel</name>
        <message>
            <source>Fetch…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Download the paper's model; you see the terms first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use a model file you have</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no model for {0}× on this computer yet. Fetch the one of the paper, or import a file you have.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>about</name>
        <message>
            <source>Version {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enlarges photographs two, three and four times, and to any size from there, with a small neural network. All of it happens on this computer; the program uses the network only when you ask it to fetch a model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It does not sharpen what is blurred, remove the marks of strong compression or restore faces.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The network: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is free software under the Apache License 2.0. Qt, Qt for Python and libvips are used under the LGPL: they are libraries of their own beside the program, and you may replace them with versions you have changed. Their source is at download.qt.io and github.com/libvips.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Parts and their licences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Part</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Version</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Licence</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <source>&amp;Open…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open &amp;Folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open every picture in a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Save…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the enlarged picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save &amp;All…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save all enlarged pictures into one folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Remove from List</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file itself stays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Upscale</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enlarge what is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop enlarging</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Fit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the whole picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;1:1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One pixel of the result on one pixel of the screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zoom &amp;In</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the picture larger</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zoom &amp;Out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the picture smaller</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;About {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Version, licence and paper</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>incoming</name>
        <message>
            <source>{0} is on another computer, and this program fetches nothing by itself. Save the picture in your browser, then drop the file here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no picture to paste. Copy a picture, or picture files in your file manager, and paste again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The pasted picture could not be kept in {0}: {1}. Save it as a file and open that.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>menu_bar</name>
        <message>
            <source>Menus</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Help</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>outgoing</name>
        <message>
            <source>The result is too large for the clipboard. Save it, then it can be copied as a file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copied as a file; as a picture it is too large for the clipboard.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copied, as a picture and as a file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copied as a picture.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>picture</name>
        <message>
            <source>The picture cannot be shown: its file is gone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bicubic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>FDIWN</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Original</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opening…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>run_watch</name>
        <message>
            <source>Enlarging pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enlarged: {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failed: {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The run has ended.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>shell_actions</name>
        <message>
            <source>&amp;Paste</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open pictures or files from the clipboard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Copy Result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the enlarged picture to the clipboard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show in Fol&amp;der</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the saved result, or else the original, in the file manager</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pr&amp;eferences…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Theme, language and manners</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Full &amp;Screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the whole screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Keyboard Shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All keys on one page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open &amp;Log Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the program noted down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy &amp;System Information</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Versions and hardware, as text for a message to somebody who helps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Report a Problem</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copies a report for you to send; the program sends nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>About &amp;Qt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The toolkit this window is made with</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>shortcuts</name>
        <message>
            <source>Move the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arrow keys, or drag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zoom at the cursor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mouse wheel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fit, and back to 1:1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Double click</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next control, previous control</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tab, Shift+Tab</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>words</name>
        <message numerus="yes">
            <source>%n pictures</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>a few seconds left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>about {0} s left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>about {0} min left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saving…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopping…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enlarging… {0} %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enlarging…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enlarged, not saved yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opening…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancelled</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>

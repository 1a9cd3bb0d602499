<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About {0}</source>
            <translation>Über {0}</translation>
        </message>
        <message>
            <source>&amp;Program</source>
            <translation>&amp;Programm</translation>
        </message>
        <message>
            <source>&amp;Licences</source>
            <translation>&amp;Lizenzen</translation>
        </message>
        <message>
            <source>Cite the P&amp;aper</source>
            <translation>Artikel &amp;zitieren</translation>
        </message>
        <message>
            <source>Citation as BibTeX</source>
            <translation>Quellenangabe als BibTeX</translation>
        </message>
        <message>
            <source>&amp;Copy BibTeX</source>
            <translation>BibTeX &amp;kopieren</translation>
        </message>
        <message>
            <source>If this program helped your work, please cite:</source>
            <translation>Wenn dieses Programm Ihrer Arbeit geholfen hat, zitieren Sie bitte:</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>Open pictures</source>
            <translation>Bilder öffnen</translation>
        </message>
        <message>
            <source>Pictures ({0});;All files (*)</source>
            <translation>Bilder ({0});;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Open a folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <source>Left out, not readable as pictures: {0}. Choose JPEG, PNG, TIFF, WebP or AVIF.</source>
            <translation>Ausgelassen, nicht als Bild lesbar: {0}. Wählen Sie JPEG, PNG, TIFF, WebP oder AVIF.</translation>
        </message>
        <message>
            <source>No pictures in: {0}. Choose another folder.</source>
            <translation>Keine Bilder in: {0}. Wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>Save the enlarged picture</source>
            <translation>Das vergrößerte Bild speichern</translation>
        </message>
        <message>
            <source>Save all into a folder</source>
            <translation>Alle in einem Ordner speichern</translation>
        </message>
        <message>
            <source>There is no model to fetch for this scale. Import one instead.</source>
            <translation>Für diese Vergrößerung gibt es kein Modell zum Holen. Importieren Sie stattdessen eines.</translation>
        </message>
        <message>
            <source>Import a model</source>
            <translation>Modell importieren</translation>
        </message>
        <message>
            <source>Models (*.safetensors *.pt *.pth);;All files (*)</source>
            <translation>Modelle (*.safetensors *.pt *.pth);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Importing {0}…</source>
            <translation>{0} wird importiert…</translation>
        </message>
        <message>
            <source>Pictures are still being enlarged. Stop and quit?</source>
            <translation>Es werden noch Bilder vergrößert. Anhalten und beenden?</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <source>Enlarged, but not saved yet: {0}. Quit without saving?</source>
            <translation>Vergrößert, aber noch nicht gespeichert: {0}. Ohne Speichern beenden?</translation>
        </message>
    </context>
    <context>
        <name>CompareView</name>
        <message>
            <source>Picture</source>
            <translation>Bild</translation>
        </message>
        <message>
            <source>Drag to move, wheel to zoom, arrow keys to move</source>
            <translation>Ziehen oder Pfeiltasten zum Verschieben, Mausrad zum Zoomen</translation>
        </message>
    </context>
    <context>
        <name>DragHandle</name>
        <message>
            <source>Drag Out</source>
            <translation>Hinausziehen</translation>
        </message>
        <message>
            <source>Drag the result into another program</source>
            <translation>Das Ergebnis in ein anderes Programm ziehen</translation>
        </message>
        <message>
            <source>Drag the result into another program or a folder; click to copy it</source>
            <translation>Das Ergebnis in ein anderes Programm oder einen Ordner ziehen; Klick kopiert es</translation>
        </message>
        <message>
            <source>Preparing the file…</source>
            <translation>Die Datei wird vorbereitet…</translation>
        </message>
        <message>
            <source>The file is still being prepared. Drag again in a moment.</source>
            <translation>Die Datei wird noch vorbereitet. Ziehen Sie gleich noch einmal.</translation>
        </message>
    </context>
    <context>
        <name>DropFrame</name>
        <message>
            <source>Drop to open</source>
            <translation>Zum Öffnen ablegen</translation>
        </message>
    </context>
    <context>
        <name>EmptyView</name>
        <message>
            <source>Drop photographs here or open them</source>
            <translation>Fotos hier ablegen oder öffnen</translation>
        </message>
        <message>
            <source>Files, whole folders, or a picture pasted from another program.
JPEG, PNG, TIFF, WebP, AVIF, HEIC, PSD and cameras' raw files.
You compare first; nothing is saved until you say so, and nothing is sent.</source>
            <translation>Dateien, ganze Ordner oder ein aus einem anderen Programm eingefügtes Bild.
JPEG, PNG, TIFF, WebP, AVIF, HEIC, PSD und Rohdateien von Kameras.
Erst vergleichen Sie; nichts wird gespeichert, bevor Sie es sagen, und nichts wird gesendet.</translation>
        </message>
        <message>
            <source>Open…</source>
            <translation>Öffnen…</translation>
        </message>
        <message>
            <source>Try the sample picture</source>
            <translation>Das Beispielbild probieren</translation>
        </message>
    </context>
    <context>
        <name>FaultSink</name>
        <message>
            <source>Something went wrong inside {0}.</source>
            <translation>In {0} ist etwas schiefgegangen.</translation>
        </message>
        <message>
            <source>Your files are unharmed, and you can probably go on. The details are in the log file {0}.</source>
            <translation>Ihre Dateien sind unversehrt, und wahrscheinlich können Sie weiterarbeiten. Einzelheiten stehen in der Protokolldatei {0}.</translation>
        </message>
        <message>
            <source>&amp;Copy Report</source>
            <translation>Bericht &amp;kopieren</translation>
        </message>
        <message>
            <source>With the details and this system, to send to somebody who helps</source>
            <translation>Mit den Einzelheiten und diesem System, für jemanden, der hilft</translation>
        </message>
    </context>
    <context>
        <name>FetchDialog</name>
        <message>
            <source>Fetch a model</source>
            <translation>Modell holen</translation>
        </message>
        <message>
            <source>{0}, for enlarging {1}×</source>
            <translation>{0}, zum Vergrößern {1}×</translation>
        </message>
        <message>
            <source>Download</source>
            <translation>Herunterladen</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Lizenz</translation>
        </message>
        <message>
            <source>The weights are not part of this program. Their authors gave them no licence: whether you may use them, above all commercially, is for you to judge.</source>
            <translation>Die Gewichte gehören nicht zu diesem Programm. Ihre Urheber haben ihnen keine Lizenz gegeben: Ob Sie sie nutzen dürfen, vor allem gewerblich, müssen Sie selbst beurteilen.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Saved {0}</source>
            <translation>Gespeichert: {0}</translation>
        </message>
        <message>
            <source>The model {0} is ready to use.</source>
            <translation>Das Modell {0} ist einsatzbereit.</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Message</source>
            <translation>Meldung</translation>
        </message>
        <message>
            <source>Dismiss the message</source>
            <translation>Die Meldung schließen</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>OptionsPanel</name>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Upscale</source>
            <translation>Hochskalieren</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Speichern…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Wird angehalten…</translation>
        </message>
        <message>
            <source>Tile {0} of {1}</source>
            <translation>Kachel {0} von {1}</translation>
        </message>
        <message>
            <source>Working…</source>
            <translation>In Arbeit…</translation>
        </message>
        <message>
            <source>{0} waiting</source>
            <translation>{0} in Wartestellung</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>Vergrößerung</translation>
        </message>
        <message>
            <source>Enlarge {0} times</source>
            <translation>{0}-fach vergrößern</translation>
        </message>
        <message>
            <source>Upscale {0}</source>
            <translation>{0} hochskalieren</translation>
        </message>
        <message>
            <source>By {0}</source>
            <translation>Von {0}</translation>
        </message>
        <message>
            <source>{0:.2f} dB on {1}</source>
            <translation>{0:.2f} dB auf {1}</translation>
        </message>
        <message>
            <source>PSNR-Y: {0}.</source>
            <translation>PSNR-Y: {0}.</translation>
        </message>
    </context>
    <context>
        <name>PreferencesDialog</name>
        <message>
            <source>Preferences</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>The language changes when the program starts again.</source>
            <translation>Die Sprache wechselt, wenn das Programm neu startet.</translation>
        </message>
        <message>
            <source>&amp;Notify me when a long run has ended</source>
            <translation>Am Ende eines langen Laufs &amp;benachrichtigen</translation>
        </message>
        <message>
            <source>Only while you work in another window</source>
            <translation>Nur während Sie in einem anderen Fenster arbeiten</translation>
        </message>
        <message>
            <source>Let &amp;other programs go first</source>
            <translation>Anderen Programmen den &amp;Vortritt lassen</translation>
        </message>
        <message>
            <source>Enlarging steps back when others need the processor; from the next start on</source>
            <translation>Das Vergrößern tritt zurück, wenn andere den Prozessor brauchen; ab dem nächsten Start</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>&amp;Design</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>&amp;Sprache</translation>
        </message>
    </context>
    <context>
        <name>QueueView</name>
        <message>
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
    </context>
    <context>
        <name>RecentMenu</name>
        <message>
            <source>Open &amp;Recent</source>
            <translation>&amp;Zuletzt geöffnet</translation>
        </message>
        <message>
            <source>Nothing opened yet</source>
            <translation>Noch nichts geöffnet</translation>
        </message>
        <message>
            <source>&amp;Clear This List</source>
            <translation>Liste &amp;leeren</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>The result could not be copied: its file is gone. Enlarge it again.</source>
            <translation>Das Ergebnis konnte nicht kopiert werden: seine Datei ist weg. Vergrößern Sie es noch einmal.</translation>
        </message>
        <message>
            <source>Copied. Paste it into your message.</source>
            <translation>Kopiert. Fügen Sie es in Ihre Nachricht ein.</translation>
        </message>
        <message>
            <source>A report is in the clipboard, with the end of the log. Paste it into a message, say what happened, and read it through: nothing has been sent.</source>
            <translation>Ein Bericht mit dem Ende des Protokolls ist in der Zwischenablage. Fügen Sie ihn in eine Nachricht ein, schreiben Sie, was geschah, und lesen Sie ihn durch: Gesendet wurde nichts.</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsDialog</name>
        <message>
            <source>Keyboard Shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>Was es tut</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>In the picture</source>
            <translation>Im Bild</translation>
        </message>
    </context>
    <context>
        <name>SplitHandle</name>
        <message>
            <source>Split between bicubic and FDIWN</source>
            <translation>Teilung zwischen bikubisch und FDIWN</translation>
        </message>
        <message>
            <source>Drag, or use the arrow keys. Double click: middle.</source>
            <translation>Ziehen oder Pfeiltasten. Doppelklick: Mitte.</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>About the picture</source>
            <translation>Über das Bild</translation>
        </message>
        <message>
            <source>Zoom</source>
            <translation>Zoom</translation>
        </message>
    </context>
    <context>
        <name>_MissingModel</name>
        <message>
            <source>Fetch…</source>
            <translation>Holen…</translation>
        </message>
        <message>
            <source>Download the paper's model; you see the terms first</source>
            <translation>Das Modell des Artikels herunterladen; vorher sehen Sie die Bedingungen</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Importieren…</translation>
        </message>
        <message>
            <source>Use a model file you have</source>
            <translation>Eine Modelldatei benutzen, die Sie haben</translation>
        </message>
        <message>
            <source>There is no model for {0}× on this computer yet. Fetch the one of the paper, or import a file you have.</source>
            <translation>Für {0}× gibt es auf diesem Rechner noch kein Modell. Holen Sie das des Artikels oder importieren Sie eine Datei, die Sie haben.</translation>
        </message>
    </context>
    <context>
        <name>about</name>
        <message>
            <source>Version {0}</source>
            <translation>Version {0}</translation>
        </message>
        <message>
            <source>Enlarges photographs two, three and four times, and to any size from there, with a small neural network. All of it happens on this computer; the program uses the network only when you ask it to fetch a model.</source>
            <translation>Vergrößert Fotos auf das Zwei-, Drei- und Vierfache und von dort auf jede Größe, mit einem kleinen neuronalen Netz. Alles geschieht auf diesem Rechner; ins Internet geht das Programm nur, wenn Sie es ein Modell holen lassen.</translation>
        </message>
        <message>
            <source>It does not sharpen what is blurred, remove the marks of strong compression or restore faces.</source>
            <translation>Es schärft nichts Unscharfes, entfernt keine Spuren starker Kompression und stellt keine Gesichter wieder her.</translation>
        </message>
        <message>
            <source>The network: {0}</source>
            <translation>Das Netz: {0}</translation>
        </message>
        <message>
            <source>{0} is free software under the Apache License 2.0. Qt, Qt for Python and libvips are used under the LGPL: they are libraries of their own beside the program, and you may replace them with versions you have changed. Their source is at download.qt.io and github.com/libvips.</source>
            <translation>{0} ist freie Software unter der Apache-Lizenz 2.0. Qt, Qt for Python und libvips werden unter der LGPL genutzt: Sie liegen als eigene Bibliotheken neben dem Programm, und Sie dürfen sie durch geänderte Fassungen ersetzen. Ihr Quelltext steht auf download.qt.io und github.com/libvips.</translation>
        </message>
        <message>
            <source>Parts and their licences</source>
            <translation>Bestandteile und ihre Lizenzen</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>Bestandteil</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Lizenz</translation>
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <source>&amp;Open…</source>
            <translation>&amp;Öffnen…</translation>
        </message>
        <message>
            <source>Open pictures</source>
            <translation>Bilder öffnen</translation>
        </message>
        <message>
            <source>Open &amp;Folder…</source>
            <translation>&amp;Ordner öffnen…</translation>
        </message>
        <message>
            <source>Open every picture in a folder</source>
            <translation>Alle Bilder eines Ordners öffnen</translation>
        </message>
        <message>
            <source>&amp;Save…</source>
            <translation>&amp;Speichern…</translation>
        </message>
        <message>
            <source>Save the enlarged picture</source>
            <translation>Das vergrößerte Bild speichern</translation>
        </message>
        <message>
            <source>Save &amp;All…</source>
            <translation>&amp;Alle speichern…</translation>
        </message>
        <message>
            <source>Save all enlarged pictures into one folder</source>
            <translation>Alle vergrößerten Bilder in einem Ordner speichern</translation>
        </message>
        <message>
            <source>&amp;Remove from List</source>
            <translation>Aus der &amp;Liste entfernen</translation>
        </message>
        <message>
            <source>The file itself stays</source>
            <translation>Die Datei selbst bleibt</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <source>Close the window</source>
            <translation>Das Fenster schließen</translation>
        </message>
        <message>
            <source>&amp;Upscale</source>
            <translation>&amp;Hochskalieren</translation>
        </message>
        <message>
            <source>Enlarge what is open</source>
            <translation>Vergrößern, was geöffnet ist</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>&amp;Abbrechen</translation>
        </message>
        <message>
            <source>Stop enlarging</source>
            <translation>Vergrößern anhalten</translation>
        </message>
        <message>
            <source>&amp;Fit</source>
            <translation>Ein&amp;passen</translation>
        </message>
        <message>
            <source>Show the whole picture</source>
            <translation>Das ganze Bild zeigen</translation>
        </message>
        <message>
            <source>&amp;1:1</source>
            <translation>&amp;1:1</translation>
        </message>
        <message>
            <source>One pixel of the result on one pixel of the screen</source>
            <translation>Ein Pixel des Ergebnisses auf einem Pixel des Bildschirms</translation>
        </message>
        <message>
            <source>Zoom &amp;In</source>
            <translation>Ver&amp;größern</translation>
        </message>
        <message>
            <source>Show the picture larger</source>
            <translation>Das Bild größer zeigen</translation>
        </message>
        <message>
            <source>Zoom &amp;Out</source>
            <translation>Ver&amp;kleinern</translation>
        </message>
        <message>
            <source>Show the picture smaller</source>
            <translation>Das Bild kleiner zeigen</translation>
        </message>
        <message>
            <source>&amp;About {0}</source>
            <translation>Ü&amp;ber {0}</translation>
        </message>
        <message>
            <source>Version, licence and paper</source>
            <translation>Version, Lizenz und Artikel</translation>
        </message>
    </context>
    <context>
        <name>incoming</name>
        <message>
            <source>{0} is on another computer, and this program fetches nothing by itself. Save the picture in your browser, then drop the file here.</source>
            <translation>{0} liegt auf einem anderen Rechner, und dieses Programm holt nichts von selbst. Speichern Sie das Bild im Browser und legen Sie die Datei hier ab.</translation>
        </message>
        <message>
            <source>There is no picture to paste. Copy a picture, or picture files in your file manager, and paste again.</source>
            <translation>Es gibt kein Bild zum Einfügen. Kopieren Sie ein Bild oder Bilddateien im Dateimanager und fügen Sie noch einmal ein.</translation>
        </message>
        <message>
            <source>The pasted picture could not be kept in {0}: {1}. Save it as a file and open that.</source>
            <translation>Das eingefügte Bild konnte nicht in {0} abgelegt werden: {1}. Speichern Sie es als Datei und öffnen Sie diese.</translation>
        </message>
    </context>
    <context>
        <name>menu_bar</name>
        <message>
            <source>Menus</source>
            <translation>Menüs</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>&amp;Queue</source>
            <translation>&amp;Warteschlange</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
    </context>
    <context>
        <name>outgoing</name>
        <message>
            <source>The result is too large for the clipboard. Save it, then it can be copied as a file.</source>
            <translation>Das Ergebnis ist zu groß für die Zwischenablage. Speichern Sie es, dann lässt es sich als Datei kopieren.</translation>
        </message>
        <message>
            <source>Copied as a file; as a picture it is too large for the clipboard.</source>
            <translation>Als Datei kopiert; als Bild ist es zu groß für die Zwischenablage.</translation>
        </message>
        <message>
            <source>Copied, as a picture and as a file.</source>
            <translation>Kopiert, als Bild und als Datei.</translation>
        </message>
        <message>
            <source>Copied as a picture.</source>
            <translation>Als Bild kopiert.</translation>
        </message>
    </context>
    <context>
        <name>picture</name>
        <message>
            <source>The picture cannot be shown: its file is gone</source>
            <translation>Das Bild kann nicht gezeigt werden: seine Datei ist weg</translation>
        </message>
        <message>
            <source>Bicubic</source>
            <translation>Bikubisch</translation>
        </message>
        <message>
            <source>FDIWN</source>
            <translation>FDIWN</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>Original</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>Wird geöffnet…</translation>
        </message>
    </context>
    <context>
        <name>run_watch</name>
        <message>
            <source>Enlarging pictures</source>
            <translation>Bilder werden vergrößert</translation>
        </message>
        <message>
            <source>Enlarged: {0}.</source>
            <translation>Vergrößert: {0}.</translation>
        </message>
        <message>
            <source>Failed: {0}.</source>
            <translation>Fehlgeschlagen: {0}.</translation>
        </message>
        <message>
            <source>The run has ended.</source>
            <translation>Der Lauf ist zu Ende.</translation>
        </message>
    </context>
    <context>
        <name>shell_actions</name>
        <message>
            <source>&amp;Paste</source>
            <translation>&amp;Einfügen</translation>
        </message>
        <message>
            <source>Open pictures or files from the clipboard</source>
            <translation>Bilder oder Dateien aus der Zwischenablage öffnen</translation>
        </message>
        <message>
            <source>&amp;Copy Result</source>
            <translation>Ergebnis &amp;kopieren</translation>
        </message>
        <message>
            <source>Copy the enlarged picture to the clipboard</source>
            <translation>Das vergrößerte Bild in die Zwischenablage kopieren</translation>
        </message>
        <message>
            <source>Show in Fol&amp;der</source>
            <translation>Im O&amp;rdner zeigen</translation>
        </message>
        <message>
            <source>Show the saved result, or else the original, in the file manager</source>
            <translation>Das gespeicherte Ergebnis oder sonst das Original im Dateimanager zeigen</translation>
        </message>
        <message>
            <source>Pr&amp;eferences…</source>
            <translation>E&amp;instellungen…</translation>
        </message>
        <message>
            <source>Theme, language and manners</source>
            <translation>Design, Sprache und Verhalten</translation>
        </message>
        <message>
            <source>Full &amp;Screen</source>
            <translation>&amp;Vollbild</translation>
        </message>
        <message>
            <source>Use the whole screen</source>
            <translation>Den ganzen Bildschirm nutzen</translation>
        </message>
        <message>
            <source>&amp;Keyboard Shortcuts</source>
            <translation>&amp;Tastenkürzel</translation>
        </message>
        <message>
            <source>All keys on one page</source>
            <translation>Alle Tasten auf einer Seite</translation>
        </message>
        <message>
            <source>Open &amp;Log Folder</source>
            <translation>&amp;Protokollordner öffnen</translation>
        </message>
        <message>
            <source>What the program noted down</source>
            <translation>Was das Programm notiert hat</translation>
        </message>
        <message>
            <source>Copy &amp;System Information</source>
            <translation>&amp;Systeminformationen kopieren</translation>
        </message>
        <message>
            <source>Versions and hardware, as text for a message to somebody who helps</source>
            <translation>Versionen und Hardware als Text für jemanden, der hilft</translation>
        </message>
        <message>
            <source>&amp;Report a Problem</source>
            <translation>Problem &amp;melden</translation>
        </message>
        <message>
            <source>Copies a report for you to send; the program sends nothing</source>
            <translation>Kopiert einen Bericht, den Sie senden können; das Programm sendet nichts</translation>
        </message>
        <message>
            <source>About &amp;Qt</source>
            <translation>Über &amp;Qt</translation>
        </message>
        <message>
            <source>The toolkit this window is made with</source>
            <translation>Womit dieses Fenster gemacht ist</translation>
        </message>
    </context>
    <context>
        <name>shortcuts</name>
        <message>
            <source>Move the picture</source>
            <translation>Das Bild verschieben</translation>
        </message>
        <message>
            <source>Arrow keys, or drag</source>
            <translation>Pfeiltasten oder ziehen</translation>
        </message>
        <message>
            <source>Zoom at the cursor</source>
            <translation>Am Mauszeiger zoomen</translation>
        </message>
        <message>
            <source>Mouse wheel</source>
            <translation>Mausrad</translation>
        </message>
        <message>
            <source>Fit, and back to 1:1</source>
            <translation>Einpassen und zurück zu 1:1</translation>
        </message>
        <message>
            <source>Double click</source>
            <translation>Doppelklick</translation>
        </message>
        <message>
            <source>Next control, previous control</source>
            <translation>Nächstes, voriges Bedienelement</translation>
        </message>
        <message>
            <source>Tab, Shift+Tab</source>
            <translation>Tab, Umschalt+Tab</translation>
        </message>
    </context>
    <context>
        <name>words</name>
        <message numerus="yes">
            <source>%n pictures</source>
            <translation>
                <numerusform>%n Bild</numerusform>
                <numerusform>%n Bilder</numerusform>
            </translation>
        </message>
        <message>
            <source>a few seconds left</source>
            <translation>noch einige Sekunden</translation>
        </message>
        <message>
            <source>about {0} s left</source>
            <translation>noch etwa {0} s</translation>
        </message>
        <message>
            <source>about {0} min left</source>
            <translation>noch etwa {0} min</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Wird gespeichert…</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Wird angehalten…</translation>
        </message>
        <message>
            <source>Enlarging… {0} %</source>
            <translation>Wird vergrößert… {0} %</translation>
        </message>
        <message>
            <source>Enlarging…</source>
            <translation>Wird vergrößert…</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Gespeichert</translation>
        </message>
        <message>
            <source>Enlarged, not saved yet</source>
            <translation>Vergrößert, noch nicht gespeichert</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>Wird geöffnet…</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Bereit</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Abgebrochen</translation>
        </message>
    </context>
</TS>

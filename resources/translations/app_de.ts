<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>app</name>
        <message>
            <source>What is finished is checked and kept; the rest is made</source>
            <translation>Fertiges wird geprüft und behalten, der Rest gemacht</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>Not Now</source>
            <translation>Nicht jetzt</translation>
        </message>
        <message>
            <source>A batch is still running. What is finished is kept, and the rest can be done later. Stop it and quit?</source>
            <translation>Ein Stapel läuft noch. Fertiges bleibt erhalten, und der Rest kann später gemacht werden. Anhalten und beenden?</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <source>Enlarging a batch of pictures</source>
            <translation>Ein Stapel Bilder wird vergrößert</translation>
        </message>
        <message>
            <source>Open Report</source>
            <translation>Bericht öffnen</translation>
        </message>
        <message>
            <source>What became of every file, as a table</source>
            <translation>Was aus jeder Datei wurde, als Tabelle</translation>
        </message>
        <message>
            <source>Show in Folder</source>
            <translation>Im Ordner zeigen</translation>
        </message>
        <message>
            <source>Retry Failed</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Vorschau</translation>
        </message>
        <message>
            <source>Look through the folders and show what would be done</source>
            <translation>Die Ordner durchsehen und zeigen, was getan würde</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Starten</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Go On</source>
            <translation>Weitermachen</translation>
        </message>
        <message>
            <source>Stop Watching</source>
            <translation>Beobachten beenden</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>Stapelverarbeitung</translation>
        </message>
        <message numerus="yes">
            <source>%n file in the folder for results would be replaced.</source>
            <translation>
                <numerusform>%n Datei im Ordner für Ergebnisse würde ersetzt.</numerusform>
                <numerusform>%n Dateien im Ordner für Ergebnisse würden ersetzt.</numerusform>
            </translation>
        </message>
        <message>
            <source>Replace and Run</source>
            <translation>Ersetzen und starten</translation>
        </message>
        <message>
            <source>Looking through the folders…</source>
            <translation>Die Ordner werden durchgesehen…</translation>
        </message>
        <message>
            <source>Looking through the folders: {0} of {1}</source>
            <translation>Die Ordner werden durchgesehen: {0} von {1}</translation>
        </message>
        <message>
            <source>Enlarging</source>
            <translation>Wird vergrößert</translation>
        </message>
        <message>
            <source>{0} %</source>
            <translation>{0} %</translation>
        </message>
        <message>
            <source>Waits for a second try</source>
            <translation>Wartet auf zweiten Versuch</translation>
        </message>
        <message>
            <source>Watching the folders for new pictures.</source>
            <translation>Die Ordner werden auf neue Bilder beobachtet.</translation>
        </message>
        <message>
            <source>Preview shows what would be done; Run does it.</source>
            <translation>Vorschau zeigt, was getan würde; Starten tut es.</translation>
        </message>
        <message>
            <source>Begins when the picture under way in the window is done.</source>
            <translation>Beginnt, wenn das laufende Bild im Fenster fertig ist.</translation>
        </message>
        <message>
            <source>The list in the window waits for this batch.</source>
            <translation>Die Liste im Fenster wartet auf diesen Stapel.</translation>
        </message>
        <message>
            <source>Pictures in the window can be looked at; enlarging them waits.</source>
            <translation>Bilder im Fenster lassen sich ansehen; ihr Vergrößern wartet.</translation>
        </message>
        <message>
            <source>Go On in the Background</source>
            <translation>Im Hintergrund weitermachen</translation>
        </message>
        <message>
            <source>Stop the Batch</source>
            <translation>Stapel anhalten</translation>
        </message>
        <message>
            <source>The batch is still running.</source>
            <translation>Der Stapel läuft noch.</translation>
        </message>
        <message>
            <source>What is finished is kept, and the rest can be done later.</source>
            <translation>Fertiges bleibt erhalten, und der Rest kann später gemacht werden.</translation>
        </message>
        <message>
            <source>With all subfolders</source>
            <translation>Mit allen Unterordnern</translation>
        </message>
        <message>
            <source>They are mirrored in the folder for results</source>
            <translation>Sie werden im Ordner für Ergebnisse nachgebildet</translation>
        </message>
        <message>
            <source>All pictures</source>
            <translation>Alle Bilder</translation>
        </message>
        <message>
            <source>Patterns with commas between them, such as {0}</source>
            <translation>Muster, durch Kommas getrennt, etwa {0}</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Nichts</translation>
        </message>
        <message>
            <source>Smallest picture, in megapixels</source>
            <translation>Kleinstes Bild, in Megapixeln</translation>
        </message>
        <message>
            <source>Largest picture, in megapixels</source>
            <translation>Größtes Bild, in Megapixeln</translation>
        </message>
        <message>
            <source>Include</source>
            <translation>Einschließen</translation>
        </message>
        <message>
            <source>Exclude</source>
            <translation>Ausschließen</translation>
        </message>
        <message>
            <source>Min. size</source>
            <translation>Min. Größe</translation>
        </message>
        <message>
            <source>Max. size</source>
            <translation>Max. Größe</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>keine Grenze</translation>
        </message>
        <message>
            <source>Template of the name</source>
            <translation>Muster für den Namen</translation>
        </message>
        <message>
            <source>photo.jpg becomes {0}</source>
            <translation>photo.jpg wird zu {0}</translation>
        </message>
        <message>
            <source>Folders of pictures</source>
            <translation>Ordner mit Bildern</translation>
        </message>
        <message>
            <source>Drop folders anywhere in this window</source>
            <translation>Ordner irgendwo in diesem Fenster ablegen</translation>
        </message>
        <message>
            <source>Add Folder…</source>
            <translation>Ordner hinzufügen…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Ctrl+Z brings them back</source>
            <translation>Strg+Z holt sie zurück</translation>
        </message>
        <message>
            <source>Remove the selected folders</source>
            <translation>Die ausgewählten Ordner entfernen</translation>
        </message>
        <message>
            <source>Folder of pictures</source>
            <translation>Ordner mit Bildern</translation>
        </message>
        <message>
            <source>Folder for the results</source>
            <translation>Ordner für die Ergebnisse</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>Fehlt noch</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Wählen…</translation>
        </message>
        <message>
            <source>Choose the folder for results</source>
            <translation>Den Ordner für Ergebnisse wählen</translation>
        </message>
        <message>
            <source>Folder for results</source>
            <translation>Ordner für Ergebnisse</translation>
        </message>
        <message>
            <source>Skip the picture</source>
            <translation>Bild überspringen</translation>
        </message>
        <message>
            <source>Add a number</source>
            <translation>Nummer anfügen</translation>
        </message>
        <message>
            <source>Replace the file</source>
            <translation>Datei ersetzen</translation>
        </message>
        <message>
            <source>Count it as failed</source>
            <translation>Als fehlgeschlagen zählen</translation>
        </message>
        <message>
            <source>If file exists</source>
            <translation>Wenn Datei existiert</translation>
        </message>
        <message>
            <source>Keep watching the folders</source>
            <translation>Die Ordner weiter beobachten</translation>
        </message>
        <message>
            <source>When all is done, pictures that come later are enlarged too</source>
            <translation>Wenn alles fertig ist, werden auch später hinzukommende Bilder vergrößert</translation>
        </message>
        <message>
            <source>Add a folder of pictures, or drop one here.</source>
            <translation>Fügen Sie einen Ordner mit Bildern hinzu oder legen Sie einen hier ab.</translation>
        </message>
        <message>
            <source>Choose a folder for the results.</source>
            <translation>Wählen Sie einen Ordner für die Ergebnisse.</translation>
        </message>
        <message>
            <source>Give the folder for the results with its whole path.</source>
            <translation>Geben Sie den Ordner für die Ergebnisse mit vollständigem Pfad an.</translation>
        </message>
        <message>
            <source>The smallest picture is larger than the largest.</source>
            <translation>Das kleinste Bild ist größer als das größte.</translation>
        </message>
        <message>
            <source>There is no model for these options. Choose others in the window.</source>
            <translation>Für diese Optionen gibt es kein Modell. Wählen Sie andere im Fenster.</translation>
        </message>
        <message>
            <source>Results cannot be named so.</source>
            <translation>So können Ergebnisse nicht heißen.</translation>
        </message>
        <message>
            <source>{0} enlarged</source>
            <translation>{0} vergrößert</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>Optionen</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Ergebnisse</translation>
        </message>
        <message>
            <source>Afterwards</source>
            <translation>Danach</translation>
        </message>
        <message>
            <source>As in the window</source>
            <translation>Wie im Fenster</translation>
        </message>
        <message>
            <source>As in the unfinished batch</source>
            <translation>Wie im unfertigen Stapel</translation>
        </message>
        <message>
            <source>There is no model for what the window wants.</source>
            <translation>Für das im Fenster Gewählte gibt es kein Modell.</translation>
        </message>
        <message>
            <source>Progress of the batch</source>
            <translation>Fortschritt des Stapels</translation>
        </message>
        <message>
            <source>Picture under way</source>
            <translation>Laufendes Bild</translation>
        </message>
        <message>
            <source>Failures</source>
            <translation>Fehlgeschlagene</translation>
        </message>
        <message>
            <source>{0} and {1} more</source>
            <translation>{0} und {1} weitere</translation>
        </message>
        <message>
            <source>Preparing…</source>
            <translation>Wird vorbereitet…</translation>
        </message>
        <message>
            <source>Stopping after this tile…</source>
            <translation>Wird nach dieser Kachel angehalten…</translation>
        </message>
        <message>
            <source>Paused. What is under way is finished first.</source>
            <translation>Pause. Laufendes wird erst fertiggestellt.</translation>
        </message>
        <message>
            <source>Paused.</source>
            <translation>Pause.</translation>
        </message>
        <message>
            <source>Waiting: {0}</source>
            <translation>Wartet: {0}</translation>
        </message>
        <message>
            <source>{0} is tried again in {1} s: {2}</source>
            <translation>{0} wird in {1} s erneut versucht: {2}</translation>
        </message>
        <message>
            <source>What becomes of each picture</source>
            <translation>Was aus jedem Bild wird</translation>
        </message>
        <message>
            <source>Name of the result</source>
            <translation>Name des Ergebnisses</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Bild</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>Bemerkungen</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Ausgelassen</translation>
        </message>
        <message>
            <source>about {0}</source>
            <translation>etwa {0}</translation>
        </message>
        <message>
            <source>best model</source>
            <translation>bestes Modell</translation>
        </message>
        <message>
            <source>best quality</source>
            <translation>beste Qualität</translation>
        </message>
        <message>
            <source>strength {0} %</source>
            <translation>Stärke {0} %</translation>
        </message>
        <message>
            <source>sharpened for a screen</source>
            <translation>für Bildschirm geschärft</translation>
        </message>
        <message>
            <source>sharpened for print</source>
            <translation>für Druck geschärft</translation>
        </message>
        <message>
            <source>format as the original</source>
            <translation>Format wie das Original</translation>
        </message>
        <message>
            <source>lossless</source>
            <translation>verlustfrei</translation>
        </message>
        <message>
            <source>quality {0}</source>
            <translation>Qualität {0}</translation>
        </message>
        <message>
            <source>{0} bits</source>
            <translation>{0} Bit</translation>
        </message>
        <message>
            <source>without place</source>
            <translation>ohne Ort</translation>
        </message>
        <message>
            <source>without metadata</source>
            <translation>ohne Metadaten</translation>
        </message>
        <message>
            <source>Enlarge</source>
            <translation>Vergrößern</translation>
        </message>
        <message>
            <source>Done before</source>
            <translation>Schon fertig</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Überspringen</translation>
        </message>
        <message>
            <source>Cannot</source>
            <translation>Geht nicht</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>Übersprungen</translation>
        </message>
        <message>
            <source>Passed over</source>
            <translation>Übergangen</translation>
        </message>
        <message>
            <source>Not reached</source>
            <translation>Nicht erreicht</translation>
        </message>
        <message>
            <source>Nothing to enlarge.</source>
            <translation>Nichts zu vergrößern.</translation>
        </message>
        <message>
            <source>{0} to make</source>
            <translation>{0} zu erzeugen</translation>
        </message>
        <message>
            <source>about {0} of {1} free</source>
            <translation>etwa {0}, frei sind {1}</translation>
        </message>
        <message>
            <source>takes about {0}</source>
            <translation>dauert etwa {0}</translation>
        </message>
        <message>
            <source>time unknown until the first picture is done</source>
            <translation>Dauer unbekannt, bis das erste Bild fertig ist</translation>
        </message>
        <message numerus="yes">
            <source>%n done before</source>
            <translation>
                <numerusform>%n schon früher fertig</numerusform>
                <numerusform>%n schon früher fertig</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n skipped</source>
            <translation>
                <numerusform>%n übersprungen</numerusform>
                <numerusform>%n übersprungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cannot be enlarged</source>
            <translation>
                <numerusform>%n nicht vergrößerbar</numerusform>
                <numerusform>%n nicht vergrößerbar</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passed over</source>
            <translation>
                <numerusform>%n ausgelassen</numerusform>
                <numerusform>%n ausgelassen</numerusform>
            </translation>
        </message>
        <message>
            <source>… and {0} more</source>
            <translation>… und {0} weitere</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>{0} von {1}</translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n fehlgeschlagen</numerusform>
                <numerusform>%n fehlgeschlagen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n done</source>
            <translation>
                <numerusform>%n fertig</numerusform>
                <numerusform>%n fertig</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not reached</source>
            <translation>
                <numerusform>%n nicht erreicht</numerusform>
                <numerusform>%n nicht erreicht</numerusform>
            </translation>
        </message>
        <message>
            <source>Stopped: {0}.</source>
            <translation>Angehalten: {0}.</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>Angehalten.</translation>
        </message>
        <message>
            <source>Finished.</source>
            <translation>Fertig.</translation>
        </message>
        <message>
            <source>Another program is writing a batch into this folder now.</source>
            <translation>Ein anderes Programm schreibt gerade einen Stapel in diesen Ordner.</translation>
        </message>
        <message numerus="yes">
            <source>%n left</source>
            <translation>
                <numerusform>%n übrig</numerusform>
                <numerusform>%n übrig</numerusform>
            </translation>
        </message>
        <message>
            <source>A batch in this folder is unfinished ({0}).</source>
            <translation>Ein Stapel in diesem Ordner ist unfertig ({0}).</translation>
        </message>
        <message>
            <source>Another &amp;Model</source>
            <translation>Anderes &amp;Modell</translation>
        </message>
        <message>
            <source>×{0}</source>
            <translation>×{0}</translation>
        </message>
        <message>
            <source>Show differences {0} times as strong</source>
            <translation>Unterschiede {0}-fach verstärkt zeigen</translation>
        </message>
        <message>
            <source>{0} pixels of the screen for one of the result</source>
            <translation>Ein Pixel des Ergebnisses auf {0} × {0} Pixeln des Bildschirms</translation>
        </message>
        <message>
            <source>Cr&amp;op…</source>
            <translation>&amp;Zuschneiden…</translation>
        </message>
        <message>
            <source>Enlarge only a part of the picture</source>
            <translation>Nur einen Teil des Bildes vergrößern</translation>
        </message>
        <message>
            <source>Fi&amp;ll</source>
            <translation>Aus&amp;füllen</translation>
        </message>
        <message>
            <source>Fill the view with the picture</source>
            <translation>Die Ansicht mit dem Bild füllen</translation>
        </message>
        <message>
            <source>{0} pixels of the screen across one of the result</source>
            <translation>Ein Pixel des Ergebnisses auf {0} × {0} Pixeln des Bildschirms</translation>
        </message>
        <message>
            <source>&amp;File…</source>
            <translation>&amp;Datei…</translation>
        </message>
        <message>
            <source>Compare with any picture file</source>
            <translation>Mit einer beliebigen Bilddatei vergleichen</translation>
        </message>
        <message>
            <source>Save &amp;Visible Part…</source>
            <translation>Ausschnitt &amp;speichern…</translation>
        </message>
        <message>
            <source>Save what is in view from both sides as one picture</source>
            <translation>Den sichtbaren Ausschnitt beider Seiten als ein Bild speichern</translation>
        </message>
        <message>
            <source>Save &amp;Whole Picture…</source>
            <translation>&amp;Ganzes Bild speichern…</translation>
        </message>
        <message>
            <source>Save both sides as one picture, with labels</source>
            <translation>Beide Seiten als ein Bild speichern, mit Beschriftung</translation>
        </message>
        <message>
            <source>&amp;Copy Visible Part</source>
            <translation>Ausschnitt &amp;kopieren</translation>
        </message>
        <message>
            <source>Copy what is in view from both sides as one picture</source>
            <translation>Den sichtbaren Ausschnitt beider Seiten als ein Bild kopieren</translation>
        </message>
        <message>
            <source>C&amp;opy Whole Picture</source>
            <translation>Ganzes &amp;Bild kopieren</translation>
        </message>
        <message>
            <source>Copy both sides as one picture</source>
            <translation>Beide Seiten als ein Bild kopieren</translation>
        </message>
        <message>
            <source>As the &amp;System Says</source>
            <translation>Wie vom &amp;System vorgegeben</translation>
        </message>
        <message>
            <source>Use the colour profile that the system has for this screen</source>
            <translation>Das Farbprofil nehmen, das das System für diesen Bildschirm hat</translation>
        </message>
        <message>
            <source>&amp;Profile File…</source>
            <translation>&amp;Profildatei…</translation>
        </message>
        <message>
            <source>Name the colour profile of this screen</source>
            <translation>Das Farbprofil dieses Bildschirms angeben</translation>
        </message>
        <message>
            <source>&amp;Compare With</source>
            <translation>&amp;Vergleichen mit</translation>
        </message>
        <message>
            <source>Difference S&amp;trength</source>
            <translation>Differenz&amp;stärke</translation>
        </message>
        <message>
            <source>Loupe Si&amp;ze</source>
            <translation>L&amp;upengröße</translation>
        </message>
        <message>
            <source>Before &amp;and After</source>
            <translation>Vor&amp;her und nachher</translation>
        </message>
        <message>
            <source>Screen Colou&amp;rs</source>
            <translation>&amp;Bildschirmfarben</translation>
        </message>
        <message>
            <source>&amp;Split</source>
            <translation>Ge&amp;teilt</translation>
        </message>
        <message>
            <source>Both sides in one picture, with a line that you can move</source>
            <translation>Beide Seiten in einem Bild, mit einer verschiebbaren Linie</translation>
        </message>
        <message>
            <source>Side &amp;by Side</source>
            <translation>&amp;Nebeneinander</translation>
        </message>
        <message>
            <source>Both sides beside each other, at the same place</source>
            <translation>Beide Seiten nebeneinander, an derselben Stelle</translation>
        </message>
        <message>
            <source>Flic&amp;ker</source>
            <translation>Im &amp;Wechsel</translation>
        </message>
        <message>
            <source>One picture; hold the space bar to see the left side in its place</source>
            <translation>Ein Bild; mit gedrückter Leertaste die linke Seite an seiner Stelle</translation>
        </message>
        <message>
            <source>Differ&amp;ence</source>
            <translation>&amp;Differenz</translation>
        </message>
        <message>
            <source>How far the sides differ, amplified</source>
            <translation>Wie weit die Seiten abweichen, verstärkt</translation>
        </message>
        <message>
            <source>Lo&amp;upe</source>
            <translation>&amp;Lupe</translation>
        </message>
        <message>
            <source>Both sides magnified under the cursor</source>
            <translation>Beide Seiten unter dem Mauszeiger vergrößert</translation>
        </message>
        <message>
            <source>F&amp;our Panes</source>
            <translation>Vi&amp;er Ansichten</translation>
        </message>
        <message>
            <source>Four at the same place; a click on a name changes it</source>
            <translation>Vier an derselben Stelle; ein Klick auf einen Namen ändert, was er zeigt</translation>
        </message>
        <message>
            <source>The usual smooth enlargement, as the paper's figures have it</source>
            <translation>Die übliche glatte Vergrößerung, wie im Artikel</translation>
        </message>
        <message>
            <source>A sharper enlargement without a network</source>
            <translation>Eine schärfere Vergrößerung ohne neuronales Netz</translation>
        </message>
        <message>
            <source>Each pixel as it is, repeated</source>
            <translation>Jedes Pixel, wie es ist, wiederholt</translation>
        </message>
        <message>
            <source>The picture that was opened, magnified</source>
            <translation>Das geöffnete Bild, nur größer gezeigt</translation>
        </message>
        <message>
            <source>About the result</source>
            <translation>Über das Ergebnis</translation>
        </message>
        <message>
            <source>Zoom In to Preview</source>
            <translation>Zur Vorschau zoomen</translation>
        </message>
        <message>
            <source>Show the middle at 100 %</source>
            <translation>Die Mitte mit 100 % zeigen</translation>
        </message>
        <message>
            <source>Preview New Settings</source>
            <translation>Vorschau neuer Optionen</translation>
        </message>
        <message>
            <source>Show what the present settings would make of the picture</source>
            <translation>Zeigen, was die jetzigen Optionen aus dem Bild machen würden</translation>
        </message>
        <message>
            <source>Show Result</source>
            <translation>Ergebnis zeigen</translation>
        </message>
        <message>
            <source>Show what was made with the earlier settings</source>
            <translation>Zeigen, was mit den früheren Optionen entstand</translation>
        </message>
        <message>
            <source>Upscale Again</source>
            <translation>Erneut hochskalieren</translation>
        </message>
        <message>
            <source>Upscale with the present settings</source>
            <translation>Mit den jetzigen Optionen hochskalieren</translation>
        </message>
        <message>
            <source>By how much differences are amplified</source>
            <translation>Wie sehr Unterschiede verstärkt werden</translation>
        </message>
        <message>
            <source>Magnification of the loupe</source>
            <translation>Vergrößerung der Lupe</translation>
        </message>
        <message>
            <source>What the picture is compared with</source>
            <translation>Womit das Bild verglichen wird</translation>
        </message>
        <message>
            <source>Zoom</source>
            <translation>Zoom</translation>
        </message>
        <message>
            <source>Crop</source>
            <translation>Zuschneiden</translation>
        </message>
        <message>
            <source>Left: {0}</source>
            <translation>Links: {0}</translation>
        </message>
        <message>
            <source>{0} was not saved</source>
            <translation>{0} wurde nicht gespeichert</translation>
        </message>
        <message>
            <source>Choose another folder or name</source>
            <translation>Wählen Sie einen anderen Ordner oder Namen</translation>
        </message>
        <message>
            <source>Save before and after</source>
            <translation>Vorher und nachher speichern</translation>
        </message>
        <message>
            <source>{0} exists already. Choose another name.</source>
            <translation>{0} gibt es schon. Wählen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <source>Bicubic</source>
            <translation>Bikubisch</translation>
        </message>
        <message>
            <source>Lanczos</source>
            <translation>Lanczos</translation>
        </message>
        <message>
            <source>Nearest pixel</source>
            <translation>Nächstes Pixel</translation>
        </message>
        <message>
            <source>Original pixels</source>
            <translation>Originalpixel</translation>
        </message>
        <message>
            <source>FDIWN</source>
            <translation>FDIWN</translation>
        </message>
        <message>
            <source>Compare with a file</source>
            <translation>Mit einer Datei vergleichen</translation>
        </message>
        <message>
            <source>Pictures ({0});;All files (*)</source>
            <translation>Bilder ({0});;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Profile of the screen</source>
            <translation>Profil des Bildschirms</translation>
        </message>
        <message>
            <source>Colour profiles (*.icc *.icm);;All files (*)</source>
            <translation>Farbprofile (*.icc *.icm);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>No other model for this scale</source>
            <translation>Kein anderes Modell für diese Vergrößerung</translation>
        </message>
        <message>
            <source>Saved {0}</source>
            <translation>Gespeichert: {0}</translation>
        </message>
        <message>
            <source>The other model: tile {0} of {1}</source>
            <translation>Das andere Modell: Kachel {0} von {1}</translation>
        </message>
        <message>
            <source>Ratio of width and height</source>
            <translation>Verhältnis von Breite zu Höhe</translation>
        </message>
        <message>
            <source>Turn</source>
            <translation>Drehen</translation>
        </message>
        <message>
            <source>Swap width and height</source>
            <translation>Breite und Höhe tauschen</translation>
        </message>
        <message>
            <source>Size of the part</source>
            <translation>Größe des Ausschnitts</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Leeren</translation>
        </message>
        <message>
            <source>Enlarge all of the picture</source>
            <translation>Das ganze Bild vergrößern</translation>
        </message>
        <message>
            <source>Leave everything as it was (Esc)</source>
            <translation>Alles lassen, wie es war (Esc)</translation>
        </message>
        <message>
            <source>Enlarge this part only (Enter)</source>
            <translation>Nur diesen Ausschnitt vergrößern (Eingabe)</translation>
        </message>
        <message>
            <source>{0} px</source>
            <translation>{0} px</translation>
        </message>
        <message>
            <source>Part to enlarge</source>
            <translation>Zu vergrößernder Ausschnitt</translation>
        </message>
        <message>
            <source>{0} pixels, {1} from the left, {2} from the top.</source>
            <translation>{0} Pixel, {1} von links, {2} von oben.</translation>
        </message>
        <message>
            <source>Arrow keys move it, with Shift they resize it.</source>
            <translation>Die Pfeiltasten verschieben ihn, mit Umschalt ändern sie die Größe.</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>Frei</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>Original</translation>
        </message>
        <message>
            <source>Navigator</source>
            <translation>Navigator</translation>
        </message>
        <message>
            <source>Click or drag to move the view</source>
            <translation>Klicken oder ziehen verschiebt die Ansicht</translation>
        </message>
        <message>
            <source>Pane {0}: {1}</source>
            <translation>Ansicht {0}: {1}</translation>
        </message>
        <message>
            <source>{0}. Click to choose what this pane shows.</source>
            <translation>{0}. Klicken, um zu wählen, was diese Ansicht zeigt.</translation>
        </message>
        <message>
            <source>The picture cannot be shown: its file is gone</source>
            <translation>Das Bild kann nicht gezeigt werden: seine Datei ist weg</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>Wird geöffnet…</translation>
        </message>
        <message>
            <source>{0}, preview</source>
            <translation>{0}, Vorschau</translation>
        </message>
        <message>
            <source>FDIWN preview</source>
            <translation>FDIWN-Vorschau</translation>
        </message>
        <message>
            <source>{0}, earlier settings</source>
            <translation>{0}, frühere Optionen</translation>
        </message>
        <message>
            <source>{0}: zoom in to preview</source>
            <translation>{0}: zur Vorschau zoomen</translation>
        </message>
        <message>
            <source>{0}: no preview</source>
            <translation>{0}: keine Vorschau</translation>
        </message>
        <message>
            <source>{0} ({1} is being made…)</source>
            <translation>{0} ({1} ist in Arbeit)</translation>
        </message>
        <message>
            <source>{0} ({1}, stretched)</source>
            <translation>{0} ({1}, gestreckt)</translation>
        </message>
        <message>
            <source>Live preview</source>
            <translation>Live-Vorschau</translation>
        </message>
        <message>
            <source>Preparing the network, at the first start only…</source>
            <translation>Das Netz wird vorbereitet, nur beim ersten Start…</translation>
        </message>
        <message>
            <source>No preview</source>
            <translation>Keine Vorschau</translation>
        </message>
        <message>
            <source>Preview…</source>
            <translation>Vorschau…</translation>
        </message>
        <message>
            <source>Drag, or use the arrow keys. Double click: middle.</source>
            <translation>Ziehen oder Pfeiltasten. Doppelklick: Mitte.</translation>
        </message>
        <message>
            <source>Split between {0} and {1}</source>
            <translation>Teilung zwischen {0} und {1}</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>Teilung</translation>
        </message>
        <message>
            <source>Drag or arrow keys to move, wheel to zoom, hold the space bar to see the left side</source>
            <translation>Verschieben durch Ziehen oder Pfeiltasten, zoomen mit dem Rad, linke Seite mit gedrückter Leertaste</translation>
        </message>
        <message>
            <source>{0} against {1}</source>
            <translation>{0} gegen {1}</translation>
        </message>
        <message>
            <source>Difference ×{0}</source>
            <translation>Differenz ×{0}</translation>
        </message>
        <message>
            <source>Largest in view, as reduced: {0} of 255</source>
            <translation>Größte sichtbare, verkleinert: {0} von 255</translation>
        </message>
        <message>
            <source>Largest in view: {0} of 255</source>
            <translation>Größte sichtbare: {0} von 255</translation>
        </message>
        <message>
            <source>{0} or more</source>
            <translation>{0} oder mehr</translation>
        </message>
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
        <message>
            <source>Drop to open</source>
            <translation>Zum Öffnen ablegen</translation>
        </message>
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
        <message>
            <source>Clear the list of what was opened? The files themselves stay.</source>
            <translation>Liste des zuletzt Geöffneten leeren? Die Dateien selbst bleiben.</translation>
        </message>
        <message>
            <source>Check this computer</source>
            <translation>Diesen Rechner prüfen</translation>
        </message>
        <message>
            <source>What was checked</source>
            <translation>Was geprüft wurde</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Without the names of your folders</source>
            <translation>Ohne die Namen Ihrer Ordner</translation>
        </message>
        <message>
            <source>Copy Report</source>
            <translation>Bericht kopieren</translation>
        </message>
        <message>
            <source>Check Again</source>
            <translation>Noch einmal prüfen</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Checking… A picture that is being enlarged is finished first.</source>
            <translation>Wird geprüft… Ein Bild, das gerade vergrößert wird, wird erst fertiggestellt.</translation>
        </message>
        <message>
            <source>passed</source>
            <translation>bestanden</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>System</source>
            <translation>System</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Versionen</translation>
        </message>
        <message>
            <source>Room</source>
            <translation>Platz</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <source>Computing</source>
            <translation>Rechnen</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Dateien</translation>
        </message>
        <message>
            <source>Failed: {0}. Copy the report to ask for help.</source>
            <translation>Fehlgeschlagen: {0}. Kopieren Sie den Bericht, wenn Sie um Hilfe bitten.</translation>
        </message>
        <message>
            <source>Everything works on this computer.</source>
            <translation>Auf diesem Rechner funktioniert alles.</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Kopiert</translation>
        </message>
        <message>
            <source>Operating system</source>
            <translation>Betriebssystem</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Speicher</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>Programm</translation>
        </message>
        <message>
            <source>Free memory</source>
            <translation>Freier Speicher</translation>
        </message>
        <message>
            <source>Free disk for unfinished work</source>
            <translation>Freier Plattenplatz für Unfertiges</translation>
        </message>
        <message>
            <source>Processor</source>
            <translation>Prozessor</translation>
        </message>
        <message>
            <source>Camera raw</source>
            <translation>Kamera-Rohdateien</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Angehalten</translation>
        </message>
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
        <message>
            <source>Fetch a model</source>
            <translation>Modell holen</translation>
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
            <source>Get Them…</source>
            <translation>Holen…</translation>
        </message>
        <message>
            <source>Download it; you see the terms first</source>
            <translation>Herunterladen; vorher sehen Sie die Bedingungen</translation>
        </message>
        <message>
            <source>Import Model…</source>
            <translation>Modell importieren…</translation>
        </message>
        <message>
            <source>A model file you have; other networks too (.safetensors, .pth, .ckpt, ONNX, TorchScript, torch.export)</source>
            <translation>Eine Modelldatei, die Sie haben; auch andere Netze (.safetensors, .pth, .ckpt, ONNX, TorchScript, torch.export)</translation>
        </message>
        <message>
            <source>Verify All</source>
            <translation>Alle prüfen</translation>
        </message>
        <message>
            <source>Compare every file with its checksum</source>
            <translation>Jede Datei mit ihrer Prüfsumme vergleichen</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Entfernen…</translation>
        </message>
        <message>
            <source>Delete the file of this model</source>
            <translation>Die Datei dieses Modells löschen</translation>
        </message>
        <message>
            <source>Installed</source>
            <translation>Installiert</translation>
        </message>
        <message>
            <source>Not installed</source>
            <translation>Nicht installiert</translation>
        </message>
        <message>
            <source>Remove the model {0}? Its file is deleted.</source>
            <translation>Modell {0} entfernen? Seine Datei wird gelöscht.</translation>
        </message>
        <message>
            <source>Intact</source>
            <translation>Intakt</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>Beschädigt</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>Good for</source>
            <translation>Gut für</translation>
        </message>
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
            <source>Enlarge what is selected</source>
            <translation>Ausgewähltes vergrößern</translation>
        </message>
        <message>
            <source>Ups&amp;cale All</source>
            <translation>Alle hochs&amp;kalieren</translation>
        </message>
        <message>
            <source>Enlarge all that is not enlarged yet</source>
            <translation>Alles noch nicht Vergrößerte vergrößern</translation>
        </message>
        <message>
            <source>Stop &amp;All</source>
            <translation>&amp;Alle anhalten</translation>
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
            <source>&amp;100 %</source>
            <translation>&amp;100 %</translation>
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
            <source>Live &amp;Preview</source>
            <translation>Live-Vorsch&amp;au</translation>
        </message>
        <message>
            <source>Enlarge what is in view at once, without a file</source>
            <translation>Den sichtbaren Ausschnitt sofort vergrößern, ohne Datei</translation>
        </message>
        <message>
            <source>&amp;About {0}</source>
            <translation>Ü&amp;ber {0}</translation>
        </message>
        <message>
            <source>Version, licence and paper</source>
            <translation>Version, Lizenz und Artikel</translation>
        </message>
        <message>
            <source>&amp;Models…</source>
            <translation>&amp;Modelle…</translation>
        </message>
        <message>
            <source>What is installed, what it is good for, and what you can get</source>
            <translation>Was installiert ist, wofür es gut ist und was Sie holen können</translation>
        </message>
        <message>
            <source>&amp;Import Model…</source>
            <translation>Modell &amp;importieren…</translation>
        </message>
        <message>
            <source>Use a model file you have</source>
            <translation>Eine Modelldatei benutzen, die Sie haben</translation>
        </message>
        <message>
            <source>Get the Authors' &amp;Weights…</source>
            <translation>&amp;Gewichte der Autoren holen…</translation>
        </message>
        <message>
            <source>Download the paper's models, which are sharper; you see the terms first</source>
            <translation>Die schärferen Modelle des Artikels herunterladen; vorher sehen Sie die Bedingungen</translation>
        </message>
        <message>
            <source>&amp;Check This Computer…</source>
            <translation>Diesen &amp;Rechner prüfen…</translation>
        </message>
        <message>
            <source>Test models, computing and files, and report</source>
            <translation>Modelle, Rechnen und Dateien prüfen, mit Bericht</translation>
        </message>
        <message>
            <source>&amp;Batch…</source>
            <translation>S&amp;tapelverarbeitung…</translation>
        </message>
        <message>
            <source>Enlarge whole folders of pictures</source>
            <translation>Ganze Ordner voller Bilder vergrößern</translation>
        </message>
        <message>
            <source>{0} (original authors)</source>
            <translation>{0} (ursprüngliche Autoren)</translation>
        </message>
        <message>
            <source>{0} (included)</source>
            <translation>{0} (mitgeliefert)</translation>
        </message>
        <message>
            <source>Comparison with other networks</source>
            <translation>Vergleich mit anderen Netzen</translation>
        </message>
        <message>
            <source>Your own; its quality is not known here</source>
            <translation>Ihr eigenes; seine Qualität ist hier nicht bekannt</translation>
        </message>
        <message>
            <source>Sharp photographs, finest edges</source>
            <translation>Scharfe Fotos, feinste Kanten</translation>
        </message>
        <message>
            <source>Sharp photographs</source>
            <translation>Scharfe Fotos</translation>
        </message>
        <message>
            <source>None given</source>
            <translation>Keine angegeben</translation>
        </message>
        <message>
            <source>The weights are not part of this program. Their authors gave them no licence: whether you may use them, above all commercially, is for you to judge.</source>
            <translation>Die Gewichte gehören nicht zu diesem Programm. Ihre Urheber haben ihnen keine Lizenz gegeben: Ob Sie sie nutzen dürfen, vor allem gewerblich, müssen Sie selbst beurteilen.</translation>
        </message>
        <message>
            <source>Another network ({0}), for comparison. Each tile is enlarged for itself.</source>
            <translation>Ein anderes Netz ({0}), zum Vergleich. Jede Kachel wird für sich vergrößert.</translation>
        </message>
        <message>
            <source>Another network ({0}), for comparison.</source>
            <translation>Ein anderes Netz ({0}), zum Vergleich.</translation>
        </message>
        <message>
            <source>For sharp photographs; it mends no blur.</source>
            <translation>Für scharfe Fotos; Unschärfe behebt es nicht.</translation>
        </message>
        <message>
            <source>{0:.2f} dB on {1}</source>
            <translation>{0:.2f} dB auf {1}</translation>
        </message>
        <message>
            <source>PSNR-Y: {0}.</source>
            <translation>PSNR-Y: {0}.</translation>
        </message>
        <message>
            <source>The original authors' is {0} dB better.</source>
            <translation>Das der ursprünglichen Autoren ist {0} dB besser.</translation>
        </message>
        <message>
            <source>By {0}</source>
            <translation>Von {0}</translation>
        </message>
        <message>
            <source>Our own</source>
            <translation>Eigenes Modell</translation>
        </message>
        <message>
            <source>Our own; the original authors' is sharper</source>
            <translation>Eigenes Modell; das der ursprünglichen Autoren ist schärfer</translation>
        </message>
        <message>
            <source>inch</source>
            <translation>Zoll</translation>
        </message>
        <message>
            <source>cm</source>
            <translation>cm</translation>
        </message>
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
            <source>The model {0} is ready to use.</source>
            <translation>Das Modell {0} ist einsatzbereit.</translation>
        </message>
        <message>
            <source>Destination</source>
            <translation>Ziel</translation>
        </message>
        <message>
            <source>Don't save automatically</source>
            <translation>Nicht automatisch speichern</translation>
        </message>
        <message>
            <source>Next to the original</source>
            <translation>Neben dem Original</translation>
        </message>
        <message>
            <source>Into a folder</source>
            <translation>In einen Ordner</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>Fragen</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Gerät</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automatisch</translation>
        </message>
        <message>
            <source>Processor (CPU)</source>
            <translation>Prozessor (CPU)</translation>
        </message>
        <message>
            <source>Any GPU</source>
            <translation>Irgendeine GPU</translation>
        </message>
        <message>
            <source>GPU (WebGPU)</source>
            <translation>GPU (WebGPU)</translation>
        </message>
        <message>
            <source>NVIDIA GPU (CUDA)</source>
            <translation>NVIDIA-GPU (CUDA)</translation>
        </message>
        <message>
            <source>Apple GPU (MPS)</source>
            <translation>Apple-GPU (MPS)</translation>
        </message>
        <message>
            <source>Intel (OpenVINO)</source>
            <translation>Intel (OpenVINO)</translation>
        </message>
        <message>
            <source>Known after the first picture, or when you look here.</source>
            <translation>Steht nach dem ersten Bild fest oder wenn Sie hier nachsehen.</translation>
        </message>
        <message>
            <source>What will be used</source>
            <translation>Was genutzt wird</translation>
        </message>
        <message>
            <source>Check this computer…</source>
            <translation>Diesen Rechner prüfen…</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>Genauigkeit</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Wird geprüft…</translation>
        </message>
        <message>
            <source>It is not there: choose another device.</source>
            <translation>Es ist nicht da: Wählen Sie ein anderes Gerät.</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Fehlt</translation>
        </message>
        <message>
            <source>{0} does not compute in it</source>
            <translation>{0} rechnet nicht damit</translation>
        </message>
        <message>
            <source>This installation cannot use one</source>
            <translation>Diese Installation kann keine nutzen</translation>
        </message>
        <message>
            <source>It was tried, and is not used: {0}</source>
            <translation>Sie wurde ausprobiert und wird nicht benutzt: {0}</translation>
        </message>
        <message>
            <source>There is none in this computer</source>
            <translation>Dieser Rechner hat keine</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message numerus="yes">
            <source>%n threads</source>
            <translation>
                <numerusform>%n Thread</numerusform>
                <numerusform>%n Threads</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} of memory</source>
            <translation>{0} Speicher</translation>
        </message>
        <message>
            <source>It does not compute in {0}: choose another precision.</source>
            <translation>In {0} rechnet es nicht: Wählen Sie eine andere Genauigkeit.</translation>
        </message>
        <message>
            <source>No faster GPU was found.</source>
            <translation>Keine schnellere GPU wurde gefunden.</translation>
        </message>
        <message>
            <source>In a trial it was {0} times as fast as the processor.</source>
            <translation>Im Versuch war sie {0}-mal so schnell wie der Prozessor.</translation>
        </message>
        <message>
            <source>A GPU is many times as fast as a CPU.</source>
            <translation>Eine GPU ist um ein Vielfaches schneller als eine CPU.</translation>
        </message>
        <message>
            <source>Full precision.</source>
            <translation>Volle Genauigkeit.</translation>
        </message>
        <message>
            <source>It computes in {0} by itself, which is faster and costs less than {1} dB.</source>
            <translation>Es rechnet von selbst in {0}; das ist schneller und kostet weniger als {1} dB.</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>As the original</source>
            <translation>Wie das Original</translation>
        </message>
        <message>
            <source>Quality of the file</source>
            <translation>Qualität der Datei</translation>
        </message>
        <message>
            <source>Without any loss</source>
            <translation>Verlustfrei</translation>
        </message>
        <message>
            <source>Auto</source>
            <translation>Auto</translation>
        </message>
        <message>
            <source>8 bit</source>
            <translation>8 Bit</translation>
        </message>
        <message>
            <source>16 bit</source>
            <translation>16 Bit</translation>
        </message>
        <message>
            <source>Depth as the original</source>
            <translation>Farbtiefe wie das Original</translation>
        </message>
        <message>
            <source>8 bits</source>
            <translation>8 Bit</translation>
        </message>
        <message>
            <source>16 bits</source>
            <translation>16 Bit</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Keiner</translation>
        </message>
        <message>
            <source>White</source>
            <translation>Weiß</translation>
        </message>
        <message>
            <source>Black</source>
            <translation>Schwarz</translation>
        </message>
        <message>
            <source>Background</source>
            <translation>Hintergrund</translation>
        </message>
        <message>
            <source>Laid under what is transparent; JPEG has no transparency</source>
            <translation>Wird unter Durchsichtiges gelegt; JPEG kennt keine Transparenz</translation>
        </message>
        <message>
            <source>Choose a background colour</source>
            <translation>Hintergrundfarbe wählen</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>Qualität</translation>
        </message>
        <message>
            <source>Depth</source>
            <translation>Farbtiefe</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Farben</translation>
        </message>
        <message>
            <source>Colour space</source>
            <translation>Farbraum</translation>
        </message>
        <message>
            <source>Colour under what is transparent</source>
            <translation>Farbe unter Durchsichtigem</translation>
        </message>
        <message>
            <source>What was enlarged in 8 bits gets finer steps only by enlarging it again</source>
            <translation>Was mit 8 Bit vergrößert wurde, bekommt feinere Stufen nur durch erneutes Vergrößern</translation>
        </message>
        <message>
            <source>{0} cannot hold 16 bits</source>
            <translation>{0} kann keine 16 Bit</translation>
        </message>
        <message>
            <source>without loss</source>
            <translation>verlustfrei</translation>
        </message>
        <message>
            <source>{0} bit</source>
            <translation>{0} Bit</translation>
        </message>
        <message>
            <source>Metadata</source>
            <translation>Metadaten</translation>
        </message>
        <message>
            <source>Keep everything</source>
            <translation>Alles behalten</translation>
        </message>
        <message>
            <source>Remove location (GPS)</source>
            <translation>Ort entfernen (GPS)</translation>
        </message>
        <message>
            <source>Keep only colour profile and resolution</source>
            <translation>Nur Farbprofil und Auflösung behalten</translation>
        </message>
        <message>
            <source>Record software and model in metadata</source>
            <translation>Software und Modell in Metadaten vermerken</translation>
        </message>
        <message>
            <source>A line in the metadata of the result: how it was made, and how much larger</source>
            <translation>Eine Zeile in den Metadaten des Ergebnisses: wie es entstand und wievielmal größer es ist</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>Without GPS</source>
            <translation>Ohne GPS</translation>
        </message>
        <message>
            <source>Removed</source>
            <translation>Entfernt</translation>
        </message>
        <message>
            <source>Strength and Sharpening</source>
            <translation>Stärke und Schärfung</translation>
        </message>
        <message>
            <source>{0} %</source>
            <translation>{0} %</translation>
        </message>
        <message>
            <source>Strength</source>
            <translation>Stärke</translation>
        </message>
        <message>
            <source>0 % is the plain bicubic enlargement, 100 % the network's</source>
            <translation>0 % ist die einfache bikubische Vergrößerung, 100 % die des Netzes</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Aus</translation>
        </message>
        <message>
            <source>Screen</source>
            <translation>Bildschirm</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Druck</translation>
        </message>
        <message>
            <source>No sharpening</source>
            <translation>Keine Schärfung</translation>
        </message>
        <message>
            <source>Sharpen for a screen</source>
            <translation>Für Bildschirm schärfen</translation>
        </message>
        <message>
            <source>Sharpen for print</source>
            <translation>Für Druck schärfen</translation>
        </message>
        <message>
            <source>Amount of sharpening</source>
            <translation>Betrag der Schärfung</translation>
        </message>
        <message>
            <source>100 % is usual. Leave it off for a picture that you edit further.</source>
            <translation>100 % ist üblich. Lassen Sie es bei einem Bild aus, das Sie weiter bearbeiten.</translation>
        </message>
        <message>
            <source>Sharpen</source>
            <translation>Schärfen</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>Betrag</translation>
        </message>
        <message>
            <source>What cannot work</source>
            <translation>Was nicht geht</translation>
        </message>
        <message>
            <source>What to know</source>
            <translation>Was zu wissen ist</translation>
        </message>
        <message>
            <source>What it takes</source>
            <translation>Dauer und Umfang</translation>
        </message>
        <message>
            <source>Upscale</source>
            <translation>Hochskalieren</translation>
        </message>
        <message>
            <source>Upscale All</source>
            <translation>Alle hochskalieren</translation>
        </message>
        <message>
            <source>Saved before, with other options than these.</source>
            <translation>Bereits gespeichert, mit anderen Optionen als diesen.</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Speichern…</translation>
        </message>
        <message>
            <source>Upscale {0}</source>
            <translation>{0} hochskalieren</translation>
        </message>
        <message numerus="yes">
            <source>Upscale All (%n)</source>
            <translation>
                <numerusform>Alle hochskalieren (%n)</numerusform>
                <numerusform>Alle hochskalieren (%n)</numerusform>
            </translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Wird angehalten…</translation>
        </message>
        <message>
            <source>Paused at {0} %</source>
            <translation>Pause bei {0} %</translation>
        </message>
        <message>
            <source>{0} %, {1}</source>
            <translation>{0} %, {1}</translation>
        </message>
        <message numerus="yes">
            <source>{0} of %n pictures</source>
            <translation>
                <numerusform>{0} von %n Bild</numerusform>
                <numerusform>{0} von %n Bildern</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} of {1} pictures are done, {2} of them failed</source>
            <translation>{0} von {1} Bildern sind fertig, {2} davon fehlgeschlagen</translation>
        </message>
        <message>
            <source>{0} MP in all</source>
            <translation>{0} MP insgesamt</translation>
        </message>
        <message>
            <source>The original authors' weights are sharper, but have no licence: whether you may use them is for you to judge.</source>
            <translation>Die Gewichte der ursprünglichen Autoren sind schärfer, haben aber keine Lizenz: Ob Sie sie nutzen dürfen, müssen Sie selbst beurteilen.</translation>
        </message>
        <message>
            <source>Download the paper's model; you see the terms first</source>
            <translation>Das Modell des Artikels herunterladen; vorher sehen Sie die Bedingungen</translation>
        </message>
        <message>
            <source>Get the original authors' weights…</source>
            <translation>Gewichte der ursprünglichen Autoren holen…</translation>
        </message>
        <message>
            <source>Models…</source>
            <translation>Modelle…</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>Best</source>
            <translation>Beste</translation>
        </message>
        <message>
            <source>Normal quality</source>
            <translation>Normale Qualität</translation>
        </message>
        <message>
            <source>Best quality</source>
            <translation>Beste Qualität</translation>
        </message>
        <message>
            <source>Slightly cleaner, about 16 times slower.</source>
            <translation>Etwas sauberer, etwa 16-mal langsamer.</translation>
        </message>
        <message>
            <source>The best for each step</source>
            <translation>Das beste für jeden Schritt</translation>
        </message>
        <message numerus="yes">
            <source>%n models on this computer</source>
            <translation>
                <numerusform>%n Modell auf diesem Rechner</numerusform>
                <numerusform>%n Modelle auf diesem Rechner</numerusform>
            </translation>
        </message>
        <message>
            <source>Enlarges in steps, then reduces to the exact size.</source>
            <translation>Vergrößert in Schritten und verkleinert dann auf die genaue Größe.</translation>
        </message>
        <message>
            <source>best</source>
            <translation>beste Qualität</translation>
        </message>
        <message>
            <source>Fetch…</source>
            <translation>Holen…</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Importieren…</translation>
        </message>
        <message>
            <source>There is no model for {0}× on this computer yet. Fetch the one of the paper, or import a file you have.</source>
            <translation>Für {0}× gibt es auf diesem Rechner noch kein Modell. Holen Sie das des Artikels oder importieren Sie eine Datei, die Sie haben.</translation>
        </message>
        <message>
            <source>Insert a part of the name</source>
            <translation>Einen Teil des Namens einfügen</translation>
        </message>
        <message>
            <source>Name of the original</source>
            <translation>Name des Originals</translation>
        </message>
        <message>
            <source>How many times larger</source>
            <translation>Wievielmal größer</translation>
        </message>
        <message>
            <source>Width in pixels</source>
            <translation>Breite in Pixeln</translation>
        </message>
        <message>
            <source>Height in pixels</source>
            <translation>Höhe in Pixeln</translation>
        </message>
        <message>
            <source>Date of today</source>
            <translation>Heutiges Datum</translation>
        </message>
        <message>
            <source>a whole number from {0} to {1}</source>
            <translation>eine ganze Zahl von {0} bis {1}</translation>
        </message>
        <message>
            <source>from {0} to {1}</source>
            <translation>von {0} bis {1}</translation>
        </message>
        <message>
            <source>{0} is not possible here: {1}. {2} stays in force.</source>
            <translation>{0} geht hier nicht: {1}. {2} gilt weiter.</translation>
        </message>
        <message>
            <source>Only for {0}</source>
            <translation>Nur für {0}</translation>
        </message>
        <message>
            <source>Back to all pictures</source>
            <translation>Zurück zu allen Bildern</translation>
        </message>
        <message>
            <source>Written as {0}: {1}</source>
            <translation>Wird als {0} geschrieben: {1}</translation>
        </message>
        <message>
            <source>The chosen device is not in this computer</source>
            <translation>Das gewählte Gerät ist nicht in diesem Rechner</translation>
        </message>
        <message>
            <source>Choose Automatic under Device</source>
            <translation>Wählen Sie „Automatisch“ unter „Gerät“</translation>
        </message>
        <message>
            <source>{0} does not compute in {1}</source>
            <translation>{0} rechnet nicht in {1}</translation>
        </message>
        <message>
            <source>Choose another precision</source>
            <translation>Wählen Sie eine andere Genauigkeit</translation>
        </message>
        <message>
            <source>There is no model {0} on this computer</source>
            <translation>Das Modell {0} ist nicht auf diesem Rechner</translation>
        </message>
        <message>
            <source>Choose another model</source>
            <translation>Wählen Sie ein anderes Modell</translation>
        </message>
        <message>
            <source>There is no model for {0}× on this computer</source>
            <translation>Für {0}× gibt es auf diesem Rechner kein Modell</translation>
        </message>
        <message>
            <source>Fetch or import one, or choose another size</source>
            <translation>Holen oder importieren Sie eines, oder wählen Sie eine andere Größe</translation>
        </message>
        <message>
            <source>That is {0} times as large, and enlarging ends at 16 times</source>
            <translation>Das ist {0}-mal so groß, und mehr als 16-mal geht nicht</translation>
        </message>
        <message>
            <source>Choose a smaller size</source>
            <translation>Wählen Sie eine kleinere Größe</translation>
        </message>
        <message>
            <source>Already larger than this</source>
            <translation>Schon größer</translation>
        </message>
        <message>
            <source>That is {0} times as large, and enlarging begins at 1.1 times</source>
            <translation>Das ist {0}-mal so groß, und das Vergrößern beginnt bei 1,1-mal</translation>
        </message>
        <message>
            <source>Choose a larger size</source>
            <translation>Wählen Sie eine größere Größe</translation>
        </message>
        <message>
            <source>{0} ends at {1} pixels a side</source>
            <translation>{0} reicht nur bis {1} Pixel je Seite</translation>
        </message>
        <message>
            <source>{0} is never lossless</source>
            <translation>{0} ist nie verlustfrei</translation>
        </message>
        <message>
            <source>Choose PNG or TIFF, or a smaller size</source>
            <translation>Wählen Sie PNG oder TIFF oder eine kleinere Größe</translation>
        </message>
        <message>
            <source>Choose PNG or TIFF</source>
            <translation>Wählen Sie PNG oder TIFF</translation>
        </message>
        <message>
            <source>Choose PNG, TIFF, WebP or AVIF</source>
            <translation>Wählen Sie PNG, TIFF, WebP oder AVIF</translation>
        </message>
        <message>
            <source>Choose a background, or another format</source>
            <translation>Wählen Sie einen Hintergrund oder ein anderes Format</translation>
        </message>
        <message>
            <source>{0} cannot hold transparency</source>
            <translation>{0} kennt keine Transparenz</translation>
        </message>
        <message>
            <source>The picture is grey, and the background is not</source>
            <translation>Das Bild ist grau, der Hintergrund aber nicht</translation>
        </message>
        <message>
            <source>Choose a grey background</source>
            <translation>Wählen Sie einen grauen Hintergrund</translation>
        </message>
        <message>
            <source>No folder is chosen for the results</source>
            <translation>Für die Ergebnisse ist kein Ordner gewählt</translation>
        </message>
        <message>
            <source>Choose one</source>
            <translation>Wählen Sie einen</translation>
        </message>
        <message>
            <source>There is no folder {0}</source>
            <translation>Den Ordner {0} gibt es nicht</translation>
        </message>
        <message>
            <source>Choose another folder</source>
            <translation>Wählen Sie einen anderen Ordner</translation>
        </message>
        <message>
            <source>The folder {0} cannot be written to</source>
            <translation>In den Ordner {0} lässt sich nicht schreiben</translation>
        </message>
        <message>
            <source>The name is taken; the result gets a number</source>
            <translation>Der Name ist belegt; das Ergebnis bekommt eine Nummer</translation>
        </message>
        <message>
            <source>The result would replace the original itself</source>
            <translation>Das Ergebnis würde das Original selbst ersetzen</translation>
        </message>
        <message>
            <source>Add something to the name, such as {scale}x</source>
            <translation>Fügen Sie dem Namen etwas hinzu, etwa {scale}x</translation>
        </message>
        <message>
            <source>Two results would have the same name, {0}</source>
            <translation>Zwei Ergebnisse hätten denselben Namen, {0}</translation>
        </message>
        <message>
            <source>Choose to add a number, or put {name} into the name</source>
            <translation>Lassen Sie eine Nummer anfügen oder setzen Sie {name} in den Namen</translation>
        </message>
        <message>
            <source>A file of this name will be replaced</source>
            <translation>Eine Datei dieses Namens wird ersetzt</translation>
        </message>
        <message>
            <source>All results together may not fit onto the disk of {0}</source>
            <translation>Alle Ergebnisse zusammen passen vielleicht nicht auf den Datenträger von {0}</translation>
        </message>
        <message>
            <source>Save and remove some in between</source>
            <translation>Speichern und entfernen Sie zwischendurch einige</translation>
        </message>
        <message>
            <source>The results may not fit into {0}</source>
            <translation>Die Ergebnisse passen vielleicht nicht in {0}</translation>
        </message>
        <message>
            <source>Free some space</source>
            <translation>Schaffen Sie etwas Platz</translation>
        </message>
        <message>
            <source>It takes about {0} on the disk, and {1} are free</source>
            <translation>Es braucht etwa {0} auf dem Datenträger, und {1} sind frei</translation>
        </message>
        <message>
            <source>Free some space, or choose a smaller size</source>
            <translation>Schaffen Sie etwas Platz, oder wählen Sie eine kleinere Größe</translation>
        </message>
        <message>
            <source>{0}. {1}.</source>
            <translation>{0}. {1}.</translation>
        </message>
        <message>
            <source>{0}.</source>
            <translation>{0}.</translation>
        </message>
        <message>
            <source>Skipped: {0}. {1}</source>
            <translation>Übersprungen: {0}. {1}</translation>
        </message>
        <message numerus="yes">
            <source>{0} and %n more</source>
            <translation>
                <numerusform>{0} und %n weiteres</numerusform>
                <numerusform>{0} und %n weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>Time unknown until the first picture is done</source>
            <translation>Dauer unbekannt, bis das erste Bild fertig ist</translation>
        </message>
        <message>
            <source>Takes about {0}</source>
            <translation>Dauert etwa {0}</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Vorgabe</translation>
        </message>
        <message>
            <source>Look after presets</source>
            <translation>Vorgaben verwalten</translation>
        </message>
        <message>
            <source>Save, rename or delete a preset</source>
            <translation>Eine Vorgabe speichern, umbenennen oder löschen</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Bring back the options from before</source>
            <translation>Die vorigen Optionen zurückholen</translation>
        </message>
        <message>
            <source>Reset All Options</source>
            <translation>Alle Optionen zurücksetzen</translation>
        </message>
        <message>
            <source>Save as a Preset…</source>
            <translation>Als Vorgabe speichern…</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>Umbenennen…</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>Löschen…</translation>
        </message>
        <message>
            <source>Custom</source>
            <translation>Individuell</translation>
        </message>
        <message>
            <source>All options were reset.</source>
            <translation>Alle Optionen wurden zurückgesetzt.</translation>
        </message>
        <message>
            <source>Save as a preset</source>
            <translation>Als Vorgabe speichern</translation>
        </message>
        <message>
            <source>Name of the preset</source>
            <translation>Name der Vorgabe</translation>
        </message>
        <message>
            <source>There is a preset {0}. Replace it?</source>
            <translation>Es gibt schon eine Vorgabe {0}. Ersetzen?</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>Ersetzen</translation>
        </message>
        <message>
            <source>Rename a preset</source>
            <translation>Vorgabe umbenennen</translation>
        </message>
        <message>
            <source>Delete the preset {0}?</source>
            <translation>Vorgabe {0} löschen?</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>{0} replaced your options.</source>
            <translation>{0} hat Ihre Optionen ersetzt.</translation>
        </message>
        <message>
            <source>Applies when saved, also to finished results.</source>
            <translation>Gilt beim Speichern, auch für fertige Ergebnisse.</translation>
        </message>
        <message>
            <source>Enlarge {0} times</source>
            <translation>{0}-fach vergrößern</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Andere</translation>
        </message>
        <message>
            <source>Another size</source>
            <translation>Andere Größe</translation>
        </message>
        <message>
            <source>By a factor</source>
            <translation>Um einen Faktor</translation>
        </message>
        <message>
            <source>To fit width and height</source>
            <translation>In Breite und Höhe einpassen</translation>
        </message>
        <message>
            <source>To a width</source>
            <translation>Auf eine Breite</translation>
        </message>
        <message>
            <source>To a height</source>
            <translation>Auf eine Höhe</translation>
        </message>
        <message>
            <source>To a long edge</source>
            <translation>Auf eine lange Kante</translation>
        </message>
        <message>
            <source>To a short edge</source>
            <translation>Auf eine kurze Kante</translation>
        </message>
        <message>
            <source>To megapixels</source>
            <translation>Auf Megapixel</translation>
        </message>
        <message>
            <source>For a print</source>
            <translation>Für einen Druck</translation>
        </message>
        <message>
            <source>Kind of size</source>
            <translation>Art der Größe</translation>
        </message>
        <message>
            <source>Factor</source>
            <translation>Faktor</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>Breite</translation>
        </message>
        <message>
            <source>Height</source>
            <translation>Höhe</translation>
        </message>
        <message>
            <source>Edge</source>
            <translation>Kante</translation>
        </message>
        <message>
            <source>Megapixels</source>
            <translation>Megapixel</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>Papier</translation>
        </message>
        <message>
            <source>Width of the print</source>
            <translation>Breite des Drucks</translation>
        </message>
        <message>
            <source>Height of the print</source>
            <translation>Höhe des Drucks</translation>
        </message>
        <message>
            <source>mm</source>
            <translation>mm</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Einheit</translation>
        </message>
        <message>
            <source>Pixels per inch</source>
            <translation>Pixel pro Zoll</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>Auflösung</translation>
        </message>
        <message>
            <source>ppi</source>
            <translation>ppi</translation>
        </message>
        <message>
            <source>{0} px, short edge</source>
            <translation>{0} px, kurze Kante</translation>
        </message>
        <message>
            <source>{0} px, long edge</source>
            <translation>{0} px, lange Kante</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Wiederherstellen</translation>
        </message>
        <message>
            <source>Take back the last change of the list</source>
            <translation>Die letzte Änderung der Liste zurücknehmen</translation>
        </message>
        <message>
            <source>Make the change of the list again</source>
            <translation>Die Änderung der Liste wiederherstellen</translation>
        </message>
        <message>
            <source>Select &amp;All Pictures</source>
            <translation>&amp;Alle Bilder auswählen</translation>
        </message>
        <message>
            <source>Select the whole list</source>
            <translation>Die ganze Liste auswählen</translation>
        </message>
        <message>
            <source>Upscale S&amp;elected</source>
            <translation>Ausge&amp;wählte hochskalieren</translation>
        </message>
        <message>
            <source>Enlarge the selected pictures only</source>
            <translation>Nur die ausgewählten Bilder vergrößern</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>&amp;Pause</translation>
        </message>
        <message>
            <source>Finish the present tile, then wait</source>
            <translation>Die laufende Kachel fertigstellen, dann warten</translation>
        </message>
        <message>
            <source>&amp;Stop Selected</source>
            <translation>Ausgewählte a&amp;nhalten</translation>
        </message>
        <message>
            <source>Stop enlarging the selected pictures</source>
            <translation>Das Vergrößern der ausgewählten Bilder anhalten</translation>
        </message>
        <message>
            <source>&amp;Try Again</source>
            <translation>E&amp;rneut versuchen</translation>
        </message>
        <message>
            <source>Try again what failed among the selected pictures</source>
            <translation>Fehlgeschlagene unter den ausgewählten Bildern erneut versuchen</translation>
        </message>
        <message>
            <source>Try All &amp;Failed Again</source>
            <translation>Alle fehl&amp;geschlagenen erneut versuchen</translation>
        </message>
        <message>
            <source>Try again whatever failed</source>
            <translation>Alles Fehlgeschlagene erneut versuchen</translation>
        </message>
        <message>
            <source>Mo&amp;ve Up</source>
            <translation>Nach &amp;oben</translation>
        </message>
        <message>
            <source>Enlarge the selected pictures earlier</source>
            <translation>Die ausgewählten Bilder früher vergrößern</translation>
        </message>
        <message>
            <source>Move &amp;Down</source>
            <translation>Nach &amp;unten</translation>
        </message>
        <message>
            <source>Enlarge the selected pictures later</source>
            <translation>Die ausgewählten Bilder später vergrößern</translation>
        </message>
        <message>
            <source>&amp;Give Own Options</source>
            <translation>&amp;Eigene Optionen geben</translation>
        </message>
        <message>
            <source>The selected pictures keep the present options, whatever is chosen later</source>
            <translation>Die ausgewählten Bilder behalten die jetzigen Optionen, was auch später gewählt wird</translation>
        </message>
        <message>
            <source>Use Shared &amp;Options</source>
            <translation>Ge&amp;meinsame Optionen nutzen</translation>
        </message>
        <message>
            <source>The selected pictures have no options of their own</source>
            <translation>Die ausgewählten Bilder haben keine eigenen Optionen</translation>
        </message>
        <message>
            <source>C&amp;lear Saved</source>
            <translation>Gespei&amp;cherte entfernen</translation>
        </message>
        <message>
            <source>Take off the list what is saved; the files stay</source>
            <translation>Gespeichertes aus der Liste nehmen; die Dateien bleiben</translation>
        </message>
        <message>
            <source>{0} has been worked on for {1}, and would begin anew. Stop it?</source>
            <translation>An {0} wird seit {1} gearbeitet; es würde von vorn beginnen. Anhalten?</translation>
        </message>
        <message>
            <source>Resu&amp;me</source>
            <translation>&amp;Fortsetzen</translation>
        </message>
        <message>
            <source>Go on enlarging</source>
            <translation>Weiter vergrößern</translation>
        </message>
        <message>
            <source>Discarded. Undo in the menu Edit brings it back, until the window is closed.</source>
            <translation>Verworfen. Rückgängig im Menü Bearbeiten holt es zurück, bis das Fenster geschlossen wird.</translation>
        </message>
        <message>
            <source>Remove {0}</source>
            <translation>– {0} entfernen</translation>
        </message>
        <message>
            <source>Clear {0}</source>
            <translation>– {0} aus der Liste nehmen</translation>
        </message>
        <message>
            <source>Move {0}</source>
            <translation>– {0} verschieben</translation>
        </message>
        <message>
            <source>Options of {0}</source>
            <translation>– Optionen für {0}</translation>
        </message>
        <message>
            <source>Crop of {0}</source>
            <translation>Ausschnitt aus {0}</translation>
        </message>
        <message>
            <source>Enlarge {0} again</source>
            <translation>– {0} erneut vergrößern</translation>
        </message>
        <message>
            <source>Crop {0}</source>
            <translation>Ausschnitt {0}</translation>
        </message>
        <message>
            <source>Saved as {0}</source>
            <translation>Gespeichert als {0}</translation>
        </message>
        <message>
            <source>Only a part is enlarged: {0} of {1}</source>
            <translation>Nur ein Ausschnitt wird vergrößert: {0} von {1}</translation>
        </message>
        <message>
            <source>Has options of its own</source>
            <translation>Hat eigene Optionen</translation>
        </message>
        <message>
            <source>Retrying</source>
            <translation>Neuer Versuch</translation>
        </message>
        <message>
            <source>Last session</source>
            <translation>Letzte Sitzung</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Wiederherstellen</translation>
        </message>
        <message>
            <source>Put them into the list again</source>
            <translation>Wieder in die Liste setzen</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <source>Forget the list; the files themselves stay</source>
            <translation>Die Liste vergessen; die Dateien selbst bleiben</translation>
        </message>
        <message>
            <source>Restore your last session ({0})?</source>
            <translation>Ihre letzte Sitzung wiederherstellen ({0})?</translation>
        </message>
        <message>
            <source>Enlarged, but not saved yet: {0}.</source>
            <translation>Vergrößert, aber noch nicht gespeichert: {0}.</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Wird gespeichert…</translation>
        </message>
        <message>
            <source>Not opened yet</source>
            <translation>Noch nicht geöffnet</translation>
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
        <message>
            <source>Second try…</source>
            <translation>Zweiter Versuch…</translation>
        </message>
        <message>
            <source>Finishing…</source>
            <translation>Wird fertiggestellt…</translation>
        </message>
        <message>
            <source>Enlarging…</source>
            <translation>Wird vergrößert…</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Gespeichert</translation>
        </message>
        <message>
            <source>Saved in {0}</source>
            <translation>Gespeichert in {0}</translation>
        </message>
        <message>
            <source>Not saved: {0}</source>
            <translation>Nicht gespeichert: {0}</translation>
        </message>
        <message>
            <source>Not saved yet</source>
            <translation>Noch nicht gespeichert</translation>
        </message>
        <message>
            <source>Made with {0}, settings have changed</source>
            <translation>Mit {0} erzeugt, Optionen geändert</translation>
        </message>
        <message>
            <source>exact</source>
            <translation>exakt</translation>
        </message>
        <message>
            <source>Fidelity {0}: reduced again, the result differs from the original by {1} of 255 at most</source>
            <translation>Treue {0}: Wieder verkleinert, weicht das Ergebnis um höchstens {1} von 255 vom Original ab</translation>
        </message>
        <message>
            <source>Web</source>
            <translation>Web</translation>
        </message>
        <message>
            <source>Archive 16 bit</source>
            <translation>Archiv 16 Bit</translation>
        </message>
        <message>
            <source>A preset needs a name.</source>
            <translation>Eine Vorgabe braucht einen Namen.</translation>
        </message>
        <message>
            <source>A preset that comes with the program has this name.</source>
            <translation>Eine Vorgabe des Programms heißt schon so.</translation>
        </message>
        <message>
            <source>There is a preset of this name already.</source>
            <translation>Eine Vorgabe dieses Namens gibt es schon.</translation>
        </message>
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
            <source>All Licence &amp;Texts…</source>
            <translation>Alle &amp;Lizenztexte…</translation>
        </message>
        <message>
            <source>Licence texts</source>
            <translation>Lizenztexte</translation>
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
            <source>Models (*.safetensors *.pt *.pth *.ckpt *.onnx *.pt2 *.ts);;All files (*)</source>
            <translation>Modelle (*.safetensors *.pt *.pth *.ckpt *.onnx *.pt2 *.ts);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Importing {0}…</source>
            <translation>{0} wird importiert…</translation>
        </message>
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
        <message>
            <source>Page of the guide</source>
            <translation>Seite der Anleitung</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>Anleitung</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>Inhalt</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>{0} is only in the program's source.</source>
            <translation>{0} gibt es nur im Quelltext des Programms.</translation>
        </message>
        <message>
            <source>Another program is waiting. Done replaces {0} with the enlarged picture.</source>
            <translation>Ein anderes Programm wartet. Fertig ersetzt {0} durch das vergrößerte Bild.</translation>
        </message>
        <message>
            <source>Another program is waiting. Done writes the enlarged picture to {0}.</source>
            <translation>Ein anderes Programm wartet. Fertig schreibt das vergrößerte Bild nach {0}.</translation>
        </message>
        <message>
            <source>Another program is waiting</source>
            <translation>Ein anderes Programm wartet</translation>
        </message>
        <message>
            <source>Go back and change nothing</source>
            <translation>Zurückkehren und nichts ändern</translation>
        </message>
        <message>
            <source>Enlarge if necessary, write the file and go back</source>
            <translation>Wenn nötig vergrößern, die Datei schreiben und zurückkehren</translation>
        </message>
        <message>
            <source>This window is for one picture of another program. Open others in a window of their own.</source>
            <translation>Dieses Fenster ist für ein Bild eines anderen Programms. Andere in einem eigenen Fenster öffnen.</translation>
        </message>
        <message>
            <source>The window closes when all is saved.</source>
            <translation>Das Fenster schließt sich, wenn alles gespeichert ist.</translation>
        </message>
        <message>
            <source>The enlarged picture is not handed over yet.</source>
            <translation>Das vergrößerte Bild ist noch nicht übergeben.</translation>
        </message>
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
            <source>&amp;Models</source>
            <translation>&amp;Modelle</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <source>Zoo&amp;m</source>
            <translation>&amp;Zoom</translation>
        </message>
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
            <source>Full Scree&amp;n</source>
            <translation>V&amp;ollbild</translation>
        </message>
        <message>
            <source>Nothing but the picture, on the whole screen</source>
            <translation>Nur das Bild, auf dem ganzen Bildschirm</translation>
        </message>
        <message>
            <source>Side Pane&amp;ls</source>
            <translation>Se&amp;itenleisten</translation>
        </message>
        <message>
            <source>Show the list and the options beside the picture</source>
            <translation>Liste und Optionen neben dem Bild zeigen</translation>
        </message>
        <message>
            <source>&amp;Guide</source>
            <translation>&amp;Anleitung</translation>
        </message>
        <message>
            <source>How to do what, without a network</source>
            <translation>Wie man was macht, ohne Netz</translation>
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
        <message>
            <source>About the picture</source>
            <translation>Über das Bild</translation>
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
            <source>Save next to the original</source>
            <translation>Neben dem Original speichern</translation>
        </message>
        <message>
            <source>Save into the folder</source>
            <translation>In den Ordner speichern</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>Keine Grenze</translation>
        </message>
        <message>
            <source>About how much enlarging may use; with less it is slower. From the next start on</source>
            <translation>Wie viel das Vergrößern etwa nutzen darf; mit weniger ist es langsamer. Ab dem nächsten Start</translation>
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
            <source>&amp;Run at low priority</source>
            <translation>Mit niedriger &amp;Priorität laufen</translation>
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
        <message>
            <source>&amp;After each picture</source>
            <translation>&amp;Nach jedem Bild</translation>
        </message>
        <message>
            <source>&amp;Folder for results</source>
            <translation>&amp;Ordner für Ergebnisse</translation>
        </message>
        <message>
            <source>&amp;Memory limit</source>
            <translation>Speicher&amp;grenze</translation>
        </message>
        <message>
            <source>Save All…</source>
            <translation>Alle speichern…</translation>
        </message>
        <message>
            <source>Keep for Next Time</source>
            <translation>Für nächstes Mal behalten</translation>
        </message>
        <message>
            <source>The list is paused, and pictures wait.</source>
            <translation>Die Liste ist angehalten, und Bilder warten.</translation>
        </message>
        <message>
            <source>Pictures are still being enlarged.</source>
            <translation>Es werden noch Bilder vergrößert.</translation>
        </message>
        <message>
            <source>What you keep is offered at the next start, as it is.</source>
            <translation>Was Sie behalten, wird beim nächsten Start unverändert wieder angeboten.</translation>
        </message>
        <message>
            <source>What is not finished begins anew at the next start.</source>
            <translation>Was nicht fertig ist, beginnt beim nächsten Start von vorn.</translation>
        </message>
        <message>
            <source>The list could not be written down, so the window stays open. Save the results, or make room on the disk, and quit again.</source>
            <translation>Die Liste konnte nicht abgelegt werden, deshalb bleibt das Fenster offen. Speichern Sie die Ergebnisse oder schaffen Sie Platz auf dem Datenträger und beenden Sie erneut.</translation>
        </message>
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
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About {0}</source>
            <translation>À propos de {0}</translation>
        </message>
        <message>
            <source>&amp;Program</source>
            <translation>&amp;Programme</translation>
        </message>
        <message>
            <source>&amp;Licences</source>
            <translation>&amp;Licences</translation>
        </message>
        <message>
            <source>Cite the P&amp;aper</source>
            <translation>Citer l’&amp;article</translation>
        </message>
        <message>
            <source>Citation as BibTeX</source>
            <translation>Citation au format BibTeX</translation>
        </message>
        <message>
            <source>&amp;Copy BibTeX</source>
            <translation>&amp;Copier le BibTeX</translation>
        </message>
        <message>
            <source>If this program helped your work, please cite:</source>
            <translation>Si ce programme a été utile à votre travail, merci de citer :</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>Open pictures</source>
            <translation>Ouvrir des images</translation>
        </message>
        <message>
            <source>Pictures ({0});;All files (*)</source>
            <translation>Images ({0});;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Open a folder</source>
            <translation>Ouvrir un dossier</translation>
        </message>
        <message>
            <source>Left out, not readable as pictures: {0}. Choose JPEG, PNG, TIFF, WebP or AVIF.</source>
            <translation>Laissé de côté, illisible comme image : {0}. Choisissez JPEG, PNG, TIFF, WebP ou AVIF.</translation>
        </message>
        <message>
            <source>No pictures in: {0}. Choose another folder.</source>
            <translation>Aucune image dans : {0}. Choisissez un autre dossier.</translation>
        </message>
        <message>
            <source>Save the enlarged picture</source>
            <translation>Enregistrer l’image agrandie</translation>
        </message>
        <message>
            <source>Save all into a folder</source>
            <translation>Tout enregistrer dans un dossier</translation>
        </message>
        <message>
            <source>There is no model to fetch for this scale. Import one instead.</source>
            <translation>Il n’y a pas de modèle à récupérer pour cette échelle. Importez-en un.</translation>
        </message>
        <message>
            <source>Import a model</source>
            <translation>Importer un modèle</translation>
        </message>
        <message>
            <source>Models (*.safetensors *.pt *.pth);;All files (*)</source>
            <translation>Modèles (*.safetensors *.pt *.pth);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Importing {0}…</source>
            <translation>Importation de {0}…</translation>
        </message>
        <message>
            <source>Pictures are still being enlarged. Stop and quit?</source>
            <translation>Des images sont encore en cours d’agrandissement. Arrêter et quitter ?</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Quitter</translation>
        </message>
        <message>
            <source>Enlarged, but not saved yet: {0}. Quit without saving?</source>
            <translation>Agrandi, mais pas encore enregistré : {0}. Quitter sans enregistrer ?</translation>
        </message>
    </context>
    <context>
        <name>CompareView</name>
        <message>
            <source>Picture</source>
            <translation>Image</translation>
        </message>
        <message>
            <source>Drag to move, wheel to zoom, arrow keys to move</source>
            <translation>Glisser ou touches fléchées pour déplacer, molette pour zoomer</translation>
        </message>
    </context>
    <context>
        <name>DragHandle</name>
        <message>
            <source>Drag Out</source>
            <translation>Glisser dehors</translation>
        </message>
        <message>
            <source>Drag the result into another program</source>
            <translation>Glisser le résultat vers un autre programme</translation>
        </message>
        <message>
            <source>Drag the result into another program or a folder; click to copy it</source>
            <translation>Glissez le résultat vers un autre programme ou un dossier ; un clic le copie</translation>
        </message>
        <message>
            <source>Preparing the file…</source>
            <translation>Préparation du fichier…</translation>
        </message>
        <message>
            <source>The file is still being prepared. Drag again in a moment.</source>
            <translation>Le fichier est encore en préparation. Glissez de nouveau dans un instant.</translation>
        </message>
    </context>
    <context>
        <name>DropFrame</name>
        <message>
            <source>Drop to open</source>
            <translation>Déposer pour ouvrir</translation>
        </message>
    </context>
    <context>
        <name>EmptyView</name>
        <message>
            <source>Drop photographs here or open them</source>
            <translation>Déposez des photos ici ou ouvrez-les</translation>
        </message>
        <message>
            <source>Files, whole folders, or a picture pasted from another program.
JPEG, PNG, TIFF, WebP, AVIF, HEIC, PSD and cameras' raw files.
You compare first; nothing is saved until you say so, and nothing is sent.</source>
            <translation>Des fichiers, des dossiers entiers ou une image collée depuis un autre programme.
JPEG, PNG, TIFF, WebP, AVIF, HEIC, PSD et fichiers bruts d’appareils photo.
Vous comparez d’abord ; rien n’est enregistré sans votre accord, et rien n’est envoyé.</translation>
        </message>
        <message>
            <source>Open…</source>
            <translation>Ouvrir…</translation>
        </message>
        <message>
            <source>Try the sample picture</source>
            <translation>Essayer l’image d’exemple</translation>
        </message>
    </context>
    <context>
        <name>FaultSink</name>
        <message>
            <source>Something went wrong inside {0}.</source>
            <translation>Un problème est survenu dans {0}.</translation>
        </message>
        <message>
            <source>Your files are unharmed, and you can probably go on. The details are in the log file {0}.</source>
            <translation>Vos fichiers sont intacts et vous pouvez sans doute continuer. Les détails sont dans le journal {0}.</translation>
        </message>
        <message>
            <source>&amp;Copy Report</source>
            <translation>&amp;Copier le rapport</translation>
        </message>
        <message>
            <source>With the details and this system, to send to somebody who helps</source>
            <translation>Avec les détails et ce système, pour la personne qui vous aide</translation>
        </message>
    </context>
    <context>
        <name>FetchDialog</name>
        <message>
            <source>Fetch a model</source>
            <translation>Récupérer un modèle</translation>
        </message>
        <message>
            <source>{0}, for enlarging {1}×</source>
            <translation>{0}, pour agrandir {1}×</translation>
        </message>
        <message>
            <source>Download</source>
            <translation>Télécharger</translation>
        </message>
        <message>
            <source>From</source>
            <translation>De</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Licence</translation>
        </message>
        <message>
            <source>The weights are not part of this program. Their authors gave them no licence: whether you may use them, above all commercially, is for you to judge.</source>
            <translation>Les poids ne font pas partie de ce programme. Leurs auteurs ne leur ont donné aucune licence : à vous de juger si vous pouvez les utiliser, surtout à des fins commerciales.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Saved {0}</source>
            <translation>Enregistré : {0}</translation>
        </message>
        <message>
            <source>The model {0} is ready to use.</source>
            <translation>Le modèle {0} est prêt à l’emploi.</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Message</source>
            <translation>Message</translation>
        </message>
        <message>
            <source>Dismiss the message</source>
            <translation>Fermer le message</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Fermer</translation>
        </message>
    </context>
    <context>
        <name>OptionsPanel</name>
        <message>
            <source>Model</source>
            <translation>Modèle</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Progression</translation>
        </message>
        <message>
            <source>Upscale</source>
            <translation>Agrandir</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Enregistrer…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Arrêt…</translation>
        </message>
        <message>
            <source>Tile {0} of {1}</source>
            <translation>Tuile {0} sur {1}</translation>
        </message>
        <message>
            <source>Working…</source>
            <translation>En cours…</translation>
        </message>
        <message>
            <source>{0} waiting</source>
            <translation>{0} en attente</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>Échelle</translation>
        </message>
        <message>
            <source>Enlarge {0} times</source>
            <translation>Agrandir {0} fois</translation>
        </message>
        <message>
            <source>Upscale {0}</source>
            <translation>Agrandir {0}</translation>
        </message>
        <message>
            <source>By {0}</source>
            <translation>Par {0}</translation>
        </message>
        <message>
            <source>{0:.2f} dB on {1}</source>
            <translation>{0:.2f} dB sur {1}</translation>
        </message>
        <message>
            <source>PSNR-Y: {0}.</source>
            <translation>PSNR-Y : {0}.</translation>
        </message>
    </context>
    <context>
        <name>PreferencesDialog</name>
        <message>
            <source>Preferences</source>
            <translation>Préférences</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Comme le système</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Clair</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Sombre</translation>
        </message>
        <message>
            <source>The language changes when the program starts again.</source>
            <translation>La langue changera au prochain démarrage du programme.</translation>
        </message>
        <message>
            <source>&amp;Notify me when a long run has ended</source>
            <translation>&amp;Me prévenir à la fin d’un long traitement</translation>
        </message>
        <message>
            <source>Only while you work in another window</source>
            <translation>Seulement quand vous travaillez dans une autre fenêtre</translation>
        </message>
        <message>
            <source>Let &amp;other programs go first</source>
            <translation>Laisser les &amp;autres programmes passer devant</translation>
        </message>
        <message>
            <source>Enlarging steps back when others need the processor; from the next start on</source>
            <translation>L’agrandissement s’efface quand d’autres ont besoin du processeur ; à partir du prochain démarrage</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>&amp;Thème</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>&amp;Langue</translation>
        </message>
    </context>
    <context>
        <name>QueueView</name>
        <message>
            <source>Pictures</source>
            <translation>Images</translation>
        </message>
    </context>
    <context>
        <name>RecentMenu</name>
        <message>
            <source>Open &amp;Recent</source>
            <translation>Fichiers &amp;récents</translation>
        </message>
        <message>
            <source>Nothing opened yet</source>
            <translation>Rien d’ouvert jusqu’ici</translation>
        </message>
        <message>
            <source>&amp;Clear This List</source>
            <translation>&amp;Vider cette liste</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>The result could not be copied: its file is gone. Enlarge it again.</source>
            <translation>Le résultat n’a pas pu être copié : son fichier a disparu. Agrandissez de nouveau.</translation>
        </message>
        <message>
            <source>Copied. Paste it into your message.</source>
            <translation>Copié. Collez-le dans votre message.</translation>
        </message>
        <message>
            <source>A report is in the clipboard, with the end of the log. Paste it into a message, say what happened, and read it through: nothing has been sent.</source>
            <translation>Un rapport avec la fin du journal est dans le presse-papiers. Collez-le dans un message, dites ce qui s’est passé et relisez-le : rien n’a été envoyé.</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsDialog</name>
        <message>
            <source>Keyboard Shortcuts</source>
            <translation>Raccourcis clavier</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>Effet</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Touches</translation>
        </message>
        <message>
            <source>In the picture</source>
            <translation>Dans l’image</translation>
        </message>
    </context>
    <context>
        <name>SplitHandle</name>
        <message>
            <source>Split between bicubic and FDIWN</source>
            <translation>Séparation entre bicubique et FDIWN</translation>
        </message>
        <message>
            <source>Drag, or use the arrow keys. Double click: middle.</source>
            <translation>Glisser ou touches fléchées. Double-clic : milieu.</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>About the picture</source>
            <translation>À propos de l’image</translation>
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
            <translation>Récupérer…</translation>
        </message>
        <message>
            <source>Download the paper's model; you see the terms first</source>
            <translation>Télécharger le modèle de l’article ; vous verrez d’abord les conditions</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Importer…</translation>
        </message>
        <message>
            <source>Use a model file you have</source>
            <translation>Utiliser un fichier de modèle que vous avez</translation>
        </message>
        <message>
            <source>There is no model for {0}× on this computer yet. Fetch the one of the paper, or import a file you have.</source>
            <translation>Il n’y a pas encore de modèle {0}× sur cet ordinateur. Récupérez celui de l’article ou importez un fichier que vous avez.</translation>
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
            <translation>Agrandit les photos deux, trois et quatre fois, et de là à toute taille, avec un petit réseau de neurones. Tout se passe sur cet ordinateur ; le programme n’utilise Internet que lorsque vous lui demandez de récupérer un modèle.</translation>
        </message>
        <message>
            <source>It does not sharpen what is blurred, remove the marks of strong compression or restore faces.</source>
            <translation>Il ne rend pas net ce qui est flou, n’efface pas les traces d’une forte compression et ne restaure pas les visages.</translation>
        </message>
        <message>
            <source>The network: {0}</source>
            <translation>Le réseau : {0}</translation>
        </message>
        <message>
            <source>{0} is free software under the Apache License 2.0. Qt, Qt for Python and libvips are used under the LGPL: they are libraries of their own beside the program, and you may replace them with versions you have changed. Their source is at download.qt.io and github.com/libvips.</source>
            <translation>{0} est un logiciel libre sous licence Apache 2.0. Qt, Qt for Python et libvips sont utilisés sous LGPL : ce sont des bibliothèques séparées, à côté du programme, que vous pouvez remplacer par des versions modifiées. Leur code source est sur download.qt.io et github.com/libvips.</translation>
        </message>
        <message>
            <source>Parts and their licences</source>
            <translation>Composants et leurs licences</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>Composant</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Licence</translation>
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <source>&amp;Open…</source>
            <translation>&amp;Ouvrir…</translation>
        </message>
        <message>
            <source>Open pictures</source>
            <translation>Ouvrir des images</translation>
        </message>
        <message>
            <source>Open &amp;Folder…</source>
            <translation>Ouvrir un &amp;dossier…</translation>
        </message>
        <message>
            <source>Open every picture in a folder</source>
            <translation>Ouvrir toutes les images d’un dossier</translation>
        </message>
        <message>
            <source>&amp;Save…</source>
            <translation>&amp;Enregistrer…</translation>
        </message>
        <message>
            <source>Save the enlarged picture</source>
            <translation>Enregistrer l’image agrandie</translation>
        </message>
        <message>
            <source>Save &amp;All…</source>
            <translation>&amp;Tout enregistrer…</translation>
        </message>
        <message>
            <source>Save all enlarged pictures into one folder</source>
            <translation>Enregistrer toutes les images agrandies dans un dossier</translation>
        </message>
        <message>
            <source>&amp;Remove from List</source>
            <translation>&amp;Retirer de la liste</translation>
        </message>
        <message>
            <source>The file itself stays</source>
            <translation>Le fichier lui-même reste</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Quitter</translation>
        </message>
        <message>
            <source>Close the window</source>
            <translation>Fermer la fenêtre</translation>
        </message>
        <message>
            <source>&amp;Upscale</source>
            <translation>&amp;Agrandir</translation>
        </message>
        <message>
            <source>Enlarge what is open</source>
            <translation>Agrandir ce qui est ouvert</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>A&amp;nnuler</translation>
        </message>
        <message>
            <source>Stop enlarging</source>
            <translation>Arrêter l’agrandissement</translation>
        </message>
        <message>
            <source>&amp;Fit</source>
            <translation>&amp;Ajuster</translation>
        </message>
        <message>
            <source>Show the whole picture</source>
            <translation>Montrer toute l’image</translation>
        </message>
        <message>
            <source>&amp;1:1</source>
            <translation>&amp;1:1</translation>
        </message>
        <message>
            <source>One pixel of the result on one pixel of the screen</source>
            <translation>Un pixel du résultat sur un pixel de l’écran</translation>
        </message>
        <message>
            <source>Zoom &amp;In</source>
            <translation>&amp;Zoom avant</translation>
        </message>
        <message>
            <source>Show the picture larger</source>
            <translation>Montrer l’image plus grande</translation>
        </message>
        <message>
            <source>Zoom &amp;Out</source>
            <translation>Zoom a&amp;rrière</translation>
        </message>
        <message>
            <source>Show the picture smaller</source>
            <translation>Montrer l’image plus petite</translation>
        </message>
        <message>
            <source>&amp;About {0}</source>
            <translation>À propos &amp;de {0}</translation>
        </message>
        <message>
            <source>Version, licence and paper</source>
            <translation>Version, licence et article</translation>
        </message>
    </context>
    <context>
        <name>incoming</name>
        <message>
            <source>{0} is on another computer, and this program fetches nothing by itself. Save the picture in your browser, then drop the file here.</source>
            <translation>{0} se trouve sur un autre ordinateur, et ce programme ne récupère rien de lui-même. Enregistrez l’image dans votre navigateur, puis déposez le fichier ici.</translation>
        </message>
        <message>
            <source>There is no picture to paste. Copy a picture, or picture files in your file manager, and paste again.</source>
            <translation>Il n’y a pas d’image à coller. Copiez une image, ou des fichiers d’images dans le gestionnaire de fichiers, puis collez de nouveau.</translation>
        </message>
        <message>
            <source>The pasted picture could not be kept in {0}: {1}. Save it as a file and open that.</source>
            <translation>L’image collée n’a pas pu être conservée dans {0} : {1}. Enregistrez-la comme fichier et ouvrez celui-ci.</translation>
        </message>
    </context>
    <context>
        <name>menu_bar</name>
        <message>
            <source>Menus</source>
            <translation>Menus</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Fichier</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>É&amp;dition</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Affichage</translation>
        </message>
        <message>
            <source>&amp;Queue</source>
            <translation>File d’a&amp;ttente</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>A&amp;ide</translation>
        </message>
    </context>
    <context>
        <name>outgoing</name>
        <message>
            <source>The result is too large for the clipboard. Save it, then it can be copied as a file.</source>
            <translation>Le résultat est trop grand pour le presse-papiers. Enregistrez-le : il pourra être copié comme fichier.</translation>
        </message>
        <message>
            <source>Copied as a file; as a picture it is too large for the clipboard.</source>
            <translation>Copié comme fichier ; comme image, il est trop grand pour le presse-papiers.</translation>
        </message>
        <message>
            <source>Copied, as a picture and as a file.</source>
            <translation>Copié, comme image et comme fichier.</translation>
        </message>
        <message>
            <source>Copied as a picture.</source>
            <translation>Copié comme image.</translation>
        </message>
    </context>
    <context>
        <name>picture</name>
        <message>
            <source>The picture cannot be shown: its file is gone</source>
            <translation>L’image ne peut pas être montrée : son fichier a disparu</translation>
        </message>
        <message>
            <source>Bicubic</source>
            <translation>Bicubique</translation>
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
            <translation>Ouverture…</translation>
        </message>
    </context>
    <context>
        <name>run_watch</name>
        <message>
            <source>Enlarging pictures</source>
            <translation>Agrandissement d’images</translation>
        </message>
        <message>
            <source>Enlarged: {0}.</source>
            <translation>Agrandi : {0}.</translation>
        </message>
        <message>
            <source>Failed: {0}.</source>
            <translation>Échec : {0}.</translation>
        </message>
        <message>
            <source>The run has ended.</source>
            <translation>Le traitement est terminé.</translation>
        </message>
    </context>
    <context>
        <name>shell_actions</name>
        <message>
            <source>&amp;Paste</source>
            <translation>C&amp;oller</translation>
        </message>
        <message>
            <source>Open pictures or files from the clipboard</source>
            <translation>Ouvrir des images ou des fichiers du presse-papiers</translation>
        </message>
        <message>
            <source>&amp;Copy Result</source>
            <translation>&amp;Copier le résultat</translation>
        </message>
        <message>
            <source>Copy the enlarged picture to the clipboard</source>
            <translation>Copier l’image agrandie dans le presse-papiers</translation>
        </message>
        <message>
            <source>Show in Fol&amp;der</source>
            <translation>&amp;Afficher dans le dossier</translation>
        </message>
        <message>
            <source>Show the saved result, or else the original, in the file manager</source>
            <translation>Montrer le résultat enregistré, ou sinon l’original, dans le gestionnaire de fichiers</translation>
        </message>
        <message>
            <source>Pr&amp;eferences…</source>
            <translation>&amp;Préférences…</translation>
        </message>
        <message>
            <source>Theme, language and manners</source>
            <translation>Thème, langue et comportement</translation>
        </message>
        <message>
            <source>Full &amp;Screen</source>
            <translation>&amp;Plein écran</translation>
        </message>
        <message>
            <source>Use the whole screen</source>
            <translation>Utiliser tout l’écran</translation>
        </message>
        <message>
            <source>&amp;Keyboard Shortcuts</source>
            <translation>&amp;Raccourcis clavier</translation>
        </message>
        <message>
            <source>All keys on one page</source>
            <translation>Toutes les touches sur une page</translation>
        </message>
        <message>
            <source>Open &amp;Log Folder</source>
            <translation>Ouvrir le dossier du &amp;journal</translation>
        </message>
        <message>
            <source>What the program noted down</source>
            <translation>Ce que le programme a noté</translation>
        </message>
        <message>
            <source>Copy &amp;System Information</source>
            <translation>Copier les informations &amp;système</translation>
        </message>
        <message>
            <source>Versions and hardware, as text for a message to somebody who helps</source>
            <translation>Versions et matériel, en texte, pour la personne qui vous aide</translation>
        </message>
        <message>
            <source>&amp;Report a Problem</source>
            <translation>Signaler un &amp;problème</translation>
        </message>
        <message>
            <source>Copies a report for you to send; the program sends nothing</source>
            <translation>Copie un rapport que vous pouvez envoyer ; le programme n’envoie rien</translation>
        </message>
        <message>
            <source>About &amp;Qt</source>
            <translation>À propos de &amp;Qt</translation>
        </message>
        <message>
            <source>The toolkit this window is made with</source>
            <translation>La bibliothèque dont cette fenêtre est faite</translation>
        </message>
    </context>
    <context>
        <name>shortcuts</name>
        <message>
            <source>Move the picture</source>
            <translation>Déplacer l’image</translation>
        </message>
        <message>
            <source>Arrow keys, or drag</source>
            <translation>Touches fléchées ou glisser</translation>
        </message>
        <message>
            <source>Zoom at the cursor</source>
            <translation>Zoomer au pointeur</translation>
        </message>
        <message>
            <source>Mouse wheel</source>
            <translation>Molette</translation>
        </message>
        <message>
            <source>Fit, and back to 1:1</source>
            <translation>Ajuster, et retour à 1:1</translation>
        </message>
        <message>
            <source>Double click</source>
            <translation>Double-clic</translation>
        </message>
        <message>
            <source>Next control, previous control</source>
            <translation>Commande suivante, précédente</translation>
        </message>
        <message>
            <source>Tab, Shift+Tab</source>
            <translation>Tab, Maj+Tab</translation>
        </message>
    </context>
    <context>
        <name>words</name>
        <message numerus="yes">
            <source>%n pictures</source>
            <translation>
                <numerusform>%n image</numerusform>
                <numerusform>%n images</numerusform>
            </translation>
        </message>
        <message>
            <source>a few seconds left</source>
            <translation>encore quelques secondes</translation>
        </message>
        <message>
            <source>about {0} s left</source>
            <translation>encore {0} s environ</translation>
        </message>
        <message>
            <source>about {0} min left</source>
            <translation>encore {0} min environ</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Enregistrement…</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Arrêt…</translation>
        </message>
        <message>
            <source>Enlarging… {0} %</source>
            <translation>Agrandissement… {0} %</translation>
        </message>
        <message>
            <source>Enlarging…</source>
            <translation>Agrandissement…</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Échec</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Enregistré</translation>
        </message>
        <message>
            <source>Enlarged, not saved yet</source>
            <translation>Agrandi, pas encore enregistré</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>Ouverture…</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Prêt</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>En attente</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Annulé</translation>
        </message>
    </context>
</TS>

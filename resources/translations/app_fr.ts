<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>app</name>
        <message>
            <source>What is finished is checked and kept; the rest is made</source>
            <translation>Ce qui est terminé est vérifié et gardé ; le reste est traité</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Reprendre</translation>
        </message>
        <message>
            <source>Not Now</source>
            <translation>Pas maintenant</translation>
        </message>
        <message>
            <source>A batch is still running. What is finished is kept, and the rest can be done later. Stop it and quit?</source>
            <translation>Un lot est encore en cours. Ce qui est terminé est gardé, et le reste peut être fait plus tard. L’arrêter et quitter ?</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Quitter</translation>
        </message>
        <message>
            <source>Enlarging a batch of pictures</source>
            <translation>Agrandissement d’un lot d’images</translation>
        </message>
        <message>
            <source>Open Report</source>
            <translation>Ouvrir le rapport</translation>
        </message>
        <message>
            <source>What became of every file, as a table</source>
            <translation>Ce qu’est devenu chaque fichier, en tableau</translation>
        </message>
        <message>
            <source>Show in Folder</source>
            <translation>Afficher dans le dossier</translation>
        </message>
        <message>
            <source>Retry Failed</source>
            <translation>Réessayer les échecs</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Aperçu</translation>
        </message>
        <message>
            <source>Look through the folders and show what would be done</source>
            <translation>Parcourir les dossiers et montrer ce qui serait fait</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Lancer</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Go On</source>
            <translation>Continuer</translation>
        </message>
        <message>
            <source>Stop Watching</source>
            <translation>Arrêter la surveillance</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>Traitement par lot</translation>
        </message>
        <message numerus="yes">
            <source>%n file in the folder for results would be replaced.</source>
            <translation>
                <numerusform>%n fichier du dossier des résultats serait remplacé.</numerusform>
                <numerusform>%n fichiers du dossier des résultats seraient remplacés.</numerusform>
            </translation>
        </message>
        <message>
            <source>Replace and Run</source>
            <translation>Remplacer et lancer</translation>
        </message>
        <message>
            <source>Looking through the folders…</source>
            <translation>Parcours des dossiers…</translation>
        </message>
        <message>
            <source>Looking through the folders: {0} of {1}</source>
            <translation>Parcours des dossiers : {0} sur {1}</translation>
        </message>
        <message>
            <source>Enlarging</source>
            <translation>Agrandissement</translation>
        </message>
        <message>
            <source>{0} %</source>
            <translation>{0} %</translation>
        </message>
        <message>
            <source>Waits for a second try</source>
            <translation>Attend un second essai</translation>
        </message>
        <message>
            <source>Watching the folders for new pictures.</source>
            <translation>Les dossiers sont surveillés pour de nouvelles images.</translation>
        </message>
        <message>
            <source>Preview shows what would be done; Run does it.</source>
            <translation>L’aperçu montre ce qui serait fait ; Lancer le fait.</translation>
        </message>
        <message>
            <source>Begins when the picture under way in the window is done.</source>
            <translation>Commence quand l’image en cours dans la fenêtre est terminée.</translation>
        </message>
        <message>
            <source>The list in the window waits for this batch.</source>
            <translation>La liste de la fenêtre attend la fin de ce lot.</translation>
        </message>
        <message>
            <source>Pictures in the window can be looked at; enlarging them waits.</source>
            <translation>Les images de la fenêtre peuvent être regardées ; leur agrandissement attend.</translation>
        </message>
        <message>
            <source>Go On in the Background</source>
            <translation>Continuer en arrière-plan</translation>
        </message>
        <message>
            <source>Stop the Batch</source>
            <translation>Arrêter le lot</translation>
        </message>
        <message>
            <source>The batch is still running.</source>
            <translation>Le lot est encore en cours.</translation>
        </message>
        <message>
            <source>What is finished is kept, and the rest can be done later.</source>
            <translation>Ce qui est terminé est gardé, et le reste peut être fait plus tard.</translation>
        </message>
        <message>
            <source>With all subfolders</source>
            <translation>Avec tous les sous-dossiers</translation>
        </message>
        <message>
            <source>They are mirrored in the folder for results</source>
            <translation>Ils sont reproduits dans le dossier des résultats</translation>
        </message>
        <message>
            <source>All pictures</source>
            <translation>Toutes les images</translation>
        </message>
        <message>
            <source>Patterns with commas between them, such as {0}</source>
            <translation>Motifs séparés par des virgules, comme {0}</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Rien</translation>
        </message>
        <message>
            <source>Smallest picture, in megapixels</source>
            <translation>Plus petite image, en mégapixels</translation>
        </message>
        <message>
            <source>Largest picture, in megapixels</source>
            <translation>Plus grande image, en mégapixels</translation>
        </message>
        <message>
            <source>Include</source>
            <translation>Inclure</translation>
        </message>
        <message>
            <source>Exclude</source>
            <translation>Exclure</translation>
        </message>
        <message>
            <source>Min. size</source>
            <translation>Taille min.</translation>
        </message>
        <message>
            <source>Max. size</source>
            <translation>Taille max.</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>sans limite</translation>
        </message>
        <message>
            <source>Template of the name</source>
            <translation>Gabarit du nom</translation>
        </message>
        <message>
            <source>photo.jpg becomes {0}</source>
            <translation>photo.jpg devient {0}</translation>
        </message>
        <message>
            <source>Folders of pictures</source>
            <translation>Dossiers d’images</translation>
        </message>
        <message>
            <source>Drop folders anywhere in this window</source>
            <translation>Déposez des dossiers n’importe où dans cette fenêtre</translation>
        </message>
        <message>
            <source>Add Folder…</source>
            <translation>Ajouter un dossier…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <source>Ctrl+Z brings them back</source>
            <translation>Ctrl+Z les rétablit</translation>
        </message>
        <message>
            <source>Remove the selected folders</source>
            <translation>Retirer les dossiers sélectionnés</translation>
        </message>
        <message>
            <source>Folder of pictures</source>
            <translation>Dossier d’images</translation>
        </message>
        <message>
            <source>Folder for the results</source>
            <translation>Dossier des résultats</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>Aucun encore</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Choisir…</translation>
        </message>
        <message>
            <source>Choose the folder for results</source>
            <translation>Choisir le dossier des résultats</translation>
        </message>
        <message>
            <source>Folder for results</source>
            <translation>Dossier des résultats</translation>
        </message>
        <message>
            <source>Skip the picture</source>
            <translation>Sauter l’image</translation>
        </message>
        <message>
            <source>Add a number</source>
            <translation>Ajouter un numéro</translation>
        </message>
        <message>
            <source>Replace the file</source>
            <translation>Remplacer le fichier</translation>
        </message>
        <message>
            <source>Count it as failed</source>
            <translation>Compter comme échec</translation>
        </message>
        <message>
            <source>If file exists</source>
            <translation>Si le fichier existe</translation>
        </message>
        <message>
            <source>Keep watching the folders</source>
            <translation>Continuer à surveiller les dossiers</translation>
        </message>
        <message>
            <source>When all is done, pictures that come later are enlarged too</source>
            <translation>Quand tout est terminé, les images arrivées plus tard sont agrandies aussi</translation>
        </message>
        <message>
            <source>Add a folder of pictures, or drop one here.</source>
            <translation>Ajoutez un dossier d’images, ou déposez-en un ici.</translation>
        </message>
        <message>
            <source>Choose a folder for the results.</source>
            <translation>Choisissez un dossier pour les résultats.</translation>
        </message>
        <message>
            <source>Give the folder for the results with its whole path.</source>
            <translation>Indiquez le dossier des résultats avec son chemin complet.</translation>
        </message>
        <message>
            <source>The smallest picture is larger than the largest.</source>
            <translation>La plus petite image est plus grande que la plus grande.</translation>
        </message>
        <message>
            <source>There is no model for these options. Choose others in the window.</source>
            <translation>Il n’y a pas de modèle pour ces options. Choisissez-en d’autres dans la fenêtre.</translation>
        </message>
        <message>
            <source>Results cannot be named so.</source>
            <translation>Les résultats ne peuvent pas porter ce nom.</translation>
        </message>
        <message>
            <source>{0} enlarged</source>
            <translation>{0} agrandi</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Images</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>Options</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Résultats</translation>
        </message>
        <message>
            <source>Afterwards</source>
            <translation>Ensuite</translation>
        </message>
        <message>
            <source>As in the window</source>
            <translation>Comme dans la fenêtre</translation>
        </message>
        <message>
            <source>As in the unfinished batch</source>
            <translation>Comme dans le lot inachevé</translation>
        </message>
        <message>
            <source>There is no model for what the window wants.</source>
            <translation>Il n’y a pas de modèle pour ce qui est choisi dans la fenêtre.</translation>
        </message>
        <message>
            <source>Progress of the batch</source>
            <translation>Progression du lot</translation>
        </message>
        <message>
            <source>Picture under way</source>
            <translation>Image en cours</translation>
        </message>
        <message>
            <source>Failures</source>
            <translation>Échecs</translation>
        </message>
        <message>
            <source>{0} and {1} more</source>
            <translation>{0} et {1} de plus</translation>
        </message>
        <message>
            <source>Preparing…</source>
            <translation>Préparation…</translation>
        </message>
        <message>
            <source>Stopping after this tile…</source>
            <translation>Arrêt après cette tuile…</translation>
        </message>
        <message>
            <source>Paused. What is under way is finished first.</source>
            <translation>En pause. Ce qui est en cours est d’abord terminé.</translation>
        </message>
        <message>
            <source>Paused.</source>
            <translation>En pause.</translation>
        </message>
        <message>
            <source>Waiting: {0}</source>
            <translation>En attente : {0}</translation>
        </message>
        <message>
            <source>{0} is tried again in {1} s: {2}</source>
            <translation>Nouvel essai de {0} dans {1} s : {2}</translation>
        </message>
        <message>
            <source>What becomes of each picture</source>
            <translation>Ce que devient chaque image</translation>
        </message>
        <message>
            <source>Name of the result</source>
            <translation>Nom du résultat</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Image</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Taille</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Résultat</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>Remarques</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Laissé de côté</translation>
        </message>
        <message>
            <source>about {0}</source>
            <translation>environ {0}</translation>
        </message>
        <message>
            <source>best model</source>
            <translation>meilleur modèle</translation>
        </message>
        <message>
            <source>best quality</source>
            <translation>qualité optimale</translation>
        </message>
        <message>
            <source>strength {0} %</source>
            <translation>intensité {0} %</translation>
        </message>
        <message>
            <source>sharpened for a screen</source>
            <translation>accentuation pour écran</translation>
        </message>
        <message>
            <source>sharpened for print</source>
            <translation>accentuation pour tirage</translation>
        </message>
        <message>
            <source>format as the original</source>
            <translation>format de l’original</translation>
        </message>
        <message>
            <source>lossless</source>
            <translation>sans perte</translation>
        </message>
        <message>
            <source>quality {0}</source>
            <translation>qualité {0}</translation>
        </message>
        <message>
            <source>{0} bits</source>
            <translation>{0} bits</translation>
        </message>
        <message>
            <source>without place</source>
            <translation>sans lieu</translation>
        </message>
        <message>
            <source>without metadata</source>
            <translation>sans métadonnées</translation>
        </message>
        <message>
            <source>Enlarge</source>
            <translation>Agrandir</translation>
        </message>
        <message>
            <source>Done before</source>
            <translation>Déjà fait</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Sauter</translation>
        </message>
        <message>
            <source>Cannot</source>
            <translation>Impossible</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fait</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Échec</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>Sauté</translation>
        </message>
        <message>
            <source>Passed over</source>
            <translation>Ignoré</translation>
        </message>
        <message>
            <source>Not reached</source>
            <translation>Non atteint</translation>
        </message>
        <message>
            <source>Nothing to enlarge.</source>
            <translation>Rien à agrandir.</translation>
        </message>
        <message>
            <source>{0} to make</source>
            <translation>{0} à produire</translation>
        </message>
        <message>
            <source>about {0} of {1} free</source>
            <translation>environ {0} pour {1} libres</translation>
        </message>
        <message>
            <source>takes about {0}</source>
            <translation>durée : environ {0}</translation>
        </message>
        <message>
            <source>time unknown until the first picture is done</source>
            <translation>durée inconnue avant la fin de la première image</translation>
        </message>
        <message numerus="yes">
            <source>%n done before</source>
            <translation>
                <numerusform>%n déjà faite</numerusform>
                <numerusform>%n déjà faites</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n skipped</source>
            <translation>
                <numerusform>%n sautée</numerusform>
                <numerusform>%n sautées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cannot be enlarged</source>
            <translation>
                <numerusform>%n ne peut être agrandie</numerusform>
                <numerusform>%n ne peuvent être agrandies</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passed over</source>
            <translation>
                <numerusform>%n laissée de côté</numerusform>
                <numerusform>%n laissées de côté</numerusform>
            </translation>
        </message>
        <message>
            <source>… and {0} more</source>
            <translation>… et {0} de plus</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>{0} sur {1}</translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n échec</numerusform>
                <numerusform>%n échecs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n done</source>
            <translation>
                <numerusform>%n faite</numerusform>
                <numerusform>%n faites</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not reached</source>
            <translation>
                <numerusform>%n non atteinte</numerusform>
                <numerusform>%n non atteintes</numerusform>
            </translation>
        </message>
        <message>
            <source>Stopped: {0}.</source>
            <translation>Arrêté : {0}.</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>Arrêté.</translation>
        </message>
        <message>
            <source>Finished.</source>
            <translation>Terminé.</translation>
        </message>
        <message>
            <source>Another program is writing a batch into this folder now.</source>
            <translation>Un autre programme écrit en ce moment un lot dans ce dossier.</translation>
        </message>
        <message numerus="yes">
            <source>%n left</source>
            <translation>
                <numerusform>%n restante</numerusform>
                <numerusform>%n restantes</numerusform>
            </translation>
        </message>
        <message>
            <source>A batch in this folder is unfinished ({0}).</source>
            <translation>Un lot est inachevé dans ce dossier ({0}).</translation>
        </message>
        <message>
            <source>Another &amp;Model</source>
            <translation>Autre &amp;modèle</translation>
        </message>
        <message>
            <source>×{0}</source>
            <translation>×{0}</translation>
        </message>
        <message>
            <source>Show differences {0} times as strong</source>
            <translation>Montrer les différences {0} fois plus fortes</translation>
        </message>
        <message>
            <source>{0} pixels of the screen for one of the result</source>
            <translation>Un pixel du résultat sur {0} × {0} pixels de l’écran</translation>
        </message>
        <message>
            <source>Cr&amp;op…</source>
            <translation>R&amp;ecadrer…</translation>
        </message>
        <message>
            <source>Enlarge only a part of the picture</source>
            <translation>Agrandir seulement une partie de l’image</translation>
        </message>
        <message>
            <source>Fi&amp;ll</source>
            <translation>Re&amp;mplir</translation>
        </message>
        <message>
            <source>Fill the view with the picture</source>
            <translation>Remplir la vue avec l’image</translation>
        </message>
        <message>
            <source>{0} pixels of the screen across one of the result</source>
            <translation>Un pixel du résultat sur {0} × {0} pixels de l’écran</translation>
        </message>
        <message>
            <source>&amp;File…</source>
            <translation>&amp;Fichier…</translation>
        </message>
        <message>
            <source>Compare with any picture file</source>
            <translation>Comparer avec n’importe quel fichier d’image</translation>
        </message>
        <message>
            <source>Save &amp;Visible Part…</source>
            <translation>Enregistrer la partie &amp;visible…</translation>
        </message>
        <message>
            <source>Save what is in view from both sides as one picture</source>
            <translation>Enregistrer la partie visible des deux côtés en une seule image</translation>
        </message>
        <message>
            <source>Save &amp;Whole Picture…</source>
            <translation>Enregistrer toute l’&amp;image…</translation>
        </message>
        <message>
            <source>Save both sides as one picture, with labels</source>
            <translation>Enregistrer les deux côtés en une seule image, avec légendes</translation>
        </message>
        <message>
            <source>&amp;Copy Visible Part</source>
            <translation>&amp;Copier la partie visible</translation>
        </message>
        <message>
            <source>Copy what is in view from both sides as one picture</source>
            <translation>Copier la partie visible des deux côtés en une seule image</translation>
        </message>
        <message>
            <source>C&amp;opy Whole Picture</source>
            <translation>C&amp;opier toute l’image</translation>
        </message>
        <message>
            <source>Copy both sides as one picture</source>
            <translation>Copier les deux côtés en une seule image</translation>
        </message>
        <message>
            <source>As the &amp;System Says</source>
            <translation>Selon le &amp;système</translation>
        </message>
        <message>
            <source>Use the colour profile that the system has for this screen</source>
            <translation>Utiliser le profil de couleurs que le système a pour cet écran</translation>
        </message>
        <message>
            <source>&amp;Profile File…</source>
            <translation>Fichier de &amp;profil…</translation>
        </message>
        <message>
            <source>Name the colour profile of this screen</source>
            <translation>Indiquer le profil de couleurs de cet écran</translation>
        </message>
        <message>
            <source>&amp;Compare With</source>
            <translation>Comparer a&amp;vec</translation>
        </message>
        <message>
            <source>Difference S&amp;trength</source>
            <translation>Ampli&amp;fication des différences</translation>
        </message>
        <message>
            <source>Loupe Si&amp;ze</source>
            <translation>Taille de la lo&amp;upe</translation>
        </message>
        <message>
            <source>Before &amp;and After</source>
            <translation>Ava&amp;nt et après</translation>
        </message>
        <message>
            <source>Screen Colou&amp;rs</source>
            <translation>C&amp;ouleurs de l’écran</translation>
        </message>
        <message>
            <source>&amp;Split</source>
            <translation>&amp;Divisé</translation>
        </message>
        <message>
            <source>Both sides in one picture, with a line that you can move</source>
            <translation>Les deux côtés en une image, avec une ligne que vous déplacez</translation>
        </message>
        <message>
            <source>Side &amp;by Side</source>
            <translation>&amp;Côte à côte</translation>
        </message>
        <message>
            <source>Both sides beside each other, at the same place</source>
            <translation>Les deux côtés l’un près de l’autre, au même endroit</translation>
        </message>
        <message>
            <source>Flic&amp;ker</source>
            <translation>Al&amp;ternance</translation>
        </message>
        <message>
            <source>One picture; hold the space bar to see the left side in its place</source>
            <translation>Une image ; maintenez la barre d’espace pour voir le côté gauche à sa place</translation>
        </message>
        <message>
            <source>Differ&amp;ence</source>
            <translation>D&amp;ifférence</translation>
        </message>
        <message>
            <source>How far the sides differ, amplified</source>
            <translation>L’écart entre les deux côtés, amplifié</translation>
        </message>
        <message>
            <source>Lo&amp;upe</source>
            <translation>&amp;Loupe</translation>
        </message>
        <message>
            <source>Both sides magnified under the cursor</source>
            <translation>Les deux côtés grossis sous le pointeur</translation>
        </message>
        <message>
            <source>F&amp;our Panes</source>
            <translation>&amp;Quatre vues</translation>
        </message>
        <message>
            <source>Four at the same place; a click on a name changes it</source>
            <translation>Quatre vues du même endroit ; cliquez sur un nom pour en changer</translation>
        </message>
        <message>
            <source>The usual smooth enlargement, as the paper's figures have it</source>
            <translation>L’agrandissement lisse habituel, comme dans l’article</translation>
        </message>
        <message>
            <source>A sharper enlargement without a network</source>
            <translation>Un agrandissement plus net, sans réseau de neurones</translation>
        </message>
        <message>
            <source>Each pixel as it is, repeated</source>
            <translation>Chaque pixel tel quel, répété</translation>
        </message>
        <message>
            <source>The picture that was opened, magnified</source>
            <translation>L’image ouverte, montrée plus grande</translation>
        </message>
        <message>
            <source>About the result</source>
            <translation>À propos du résultat</translation>
        </message>
        <message>
            <source>Zoom In to Preview</source>
            <translation>Zoomer pour l’aperçu</translation>
        </message>
        <message>
            <source>Show the middle at 100 %</source>
            <translation>Montrer le milieu à 100 %</translation>
        </message>
        <message>
            <source>Preview New Settings</source>
            <translation>Aperçu des nouvelles options</translation>
        </message>
        <message>
            <source>Show what the present settings would make of the picture</source>
            <translation>Montrer ce que les options actuelles feraient de l’image</translation>
        </message>
        <message>
            <source>Show Result</source>
            <translation>Afficher le résultat</translation>
        </message>
        <message>
            <source>Show what was made with the earlier settings</source>
            <translation>Montrer ce qui a été fait avec les options précédentes</translation>
        </message>
        <message>
            <source>Upscale Again</source>
            <translation>Agrandir de nouveau</translation>
        </message>
        <message>
            <source>Upscale with the present settings</source>
            <translation>Agrandir avec les options actuelles</translation>
        </message>
        <message>
            <source>By how much differences are amplified</source>
            <translation>Amplification des différences</translation>
        </message>
        <message>
            <source>Magnification of the loupe</source>
            <translation>Grossissement de la loupe</translation>
        </message>
        <message>
            <source>What the picture is compared with</source>
            <translation>Ce à quoi l’image est comparée</translation>
        </message>
        <message>
            <source>Zoom</source>
            <translation>Zoom</translation>
        </message>
        <message>
            <source>Crop</source>
            <translation>Recadrer</translation>
        </message>
        <message>
            <source>Left: {0}</source>
            <translation>Gauche : {0}</translation>
        </message>
        <message>
            <source>{0} was not saved</source>
            <translation>{0} n’a pas été enregistré</translation>
        </message>
        <message>
            <source>Choose another folder or name</source>
            <translation>Choisissez un autre dossier ou un autre nom</translation>
        </message>
        <message>
            <source>Save before and after</source>
            <translation>Enregistrer avant et après</translation>
        </message>
        <message>
            <source>{0} exists already. Choose another name.</source>
            <translation>{0} existe déjà. Choisissez un autre nom.</translation>
        </message>
        <message>
            <source>Bicubic</source>
            <translation>Bicubique</translation>
        </message>
        <message>
            <source>Lanczos</source>
            <translation>Lanczos</translation>
        </message>
        <message>
            <source>Nearest pixel</source>
            <translation>Pixel le plus proche</translation>
        </message>
        <message>
            <source>Original pixels</source>
            <translation>Pixels d’origine</translation>
        </message>
        <message>
            <source>FDIWN</source>
            <translation>FDIWN</translation>
        </message>
        <message>
            <source>Compare with a file</source>
            <translation>Comparer avec un fichier</translation>
        </message>
        <message>
            <source>Pictures ({0});;All files (*)</source>
            <translation>Images ({0});;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Profile of the screen</source>
            <translation>Profil de l’écran</translation>
        </message>
        <message>
            <source>Colour profiles (*.icc *.icm);;All files (*)</source>
            <translation>Profils de couleurs (*.icc *.icm);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>No other model for this scale</source>
            <translation>Pas d’autre modèle pour cette échelle</translation>
        </message>
        <message>
            <source>Saved {0}</source>
            <translation>Enregistré : {0}</translation>
        </message>
        <message>
            <source>The other model: tile {0} of {1}</source>
            <translation>L’autre modèle : tuile {0} sur {1}</translation>
        </message>
        <message>
            <source>Ratio of width and height</source>
            <translation>Rapport largeur/hauteur</translation>
        </message>
        <message>
            <source>Turn</source>
            <translation>Tourner</translation>
        </message>
        <message>
            <source>Swap width and height</source>
            <translation>Échanger largeur et hauteur</translation>
        </message>
        <message>
            <source>Size of the part</source>
            <translation>Taille de la partie</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Vider</translation>
        </message>
        <message>
            <source>Enlarge all of the picture</source>
            <translation>Agrandir toute l’image</translation>
        </message>
        <message>
            <source>Leave everything as it was (Esc)</source>
            <translation>Laisser tout comme avant (Échap)</translation>
        </message>
        <message>
            <source>Enlarge this part only (Enter)</source>
            <translation>N’agrandir que cette partie (Entrée)</translation>
        </message>
        <message>
            <source>{0} px</source>
            <translation>{0} px</translation>
        </message>
        <message>
            <source>Part to enlarge</source>
            <translation>Partie à agrandir</translation>
        </message>
        <message>
            <source>{0} pixels, {1} from the left, {2} from the top.</source>
            <translation>{0} pixels, {1} depuis la gauche, {2} depuis le haut.</translation>
        </message>
        <message>
            <source>Arrow keys move it, with Shift they resize it.</source>
            <translation>Les flèches la déplacent, avec Maj elles la redimensionnent.</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>Libre</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>Original</translation>
        </message>
        <message>
            <source>Navigator</source>
            <translation>Navigateur</translation>
        </message>
        <message>
            <source>Click or drag to move the view</source>
            <translation>Cliquer ou glisser pour déplacer la vue</translation>
        </message>
        <message>
            <source>Pane {0}: {1}</source>
            <translation>Vue {0} : {1}</translation>
        </message>
        <message>
            <source>{0}. Click to choose what this pane shows.</source>
            <translation>{0}. Cliquez pour choisir ce que montre cette vue.</translation>
        </message>
        <message>
            <source>The picture cannot be shown: its file is gone</source>
            <translation>L’image ne peut pas être montrée : son fichier a disparu</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>Ouverture…</translation>
        </message>
        <message>
            <source>{0}, preview</source>
            <translation>{0}, aperçu</translation>
        </message>
        <message>
            <source>FDIWN preview</source>
            <translation>Aperçu FDIWN</translation>
        </message>
        <message>
            <source>{0}, earlier settings</source>
            <translation>{0}, options précédentes</translation>
        </message>
        <message>
            <source>{0}: zoom in to preview</source>
            <translation>{0} : zoomez pour l’aperçu</translation>
        </message>
        <message>
            <source>{0}: no preview</source>
            <translation>{0} : pas d’aperçu</translation>
        </message>
        <message>
            <source>{0} ({1} is being made…)</source>
            <translation>{0} ({1} en préparation)</translation>
        </message>
        <message>
            <source>{0} ({1}, stretched)</source>
            <translation>{0} ({1}, étiré)</translation>
        </message>
        <message>
            <source>Live preview</source>
            <translation>Aperçu en direct</translation>
        </message>
        <message>
            <source>Preparing the network, at the first start only…</source>
            <translation>Préparation du réseau, au premier démarrage seulement…</translation>
        </message>
        <message>
            <source>No preview</source>
            <translation>Pas d’aperçu</translation>
        </message>
        <message>
            <source>Preview…</source>
            <translation>Aperçu…</translation>
        </message>
        <message>
            <source>Drag, or use the arrow keys. Double click: middle.</source>
            <translation>Glisser ou touches fléchées. Double-clic : milieu.</translation>
        </message>
        <message>
            <source>Split between {0} and {1}</source>
            <translation>Séparation entre {0} et {1}</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>Séparation</translation>
        </message>
        <message>
            <source>Drag or arrow keys to move, wheel to zoom, hold the space bar to see the left side</source>
            <translation>Glisser ou touches fléchées pour déplacer, molette pour zoomer, barre d’espace maintenue pour voir le côté gauche</translation>
        </message>
        <message>
            <source>{0} against {1}</source>
            <translation>{0} contre {1}</translation>
        </message>
        <message>
            <source>Difference ×{0}</source>
            <translation>Différence ×{0}</translation>
        </message>
        <message>
            <source>Largest in view, as reduced: {0} of 255</source>
            <translation>Maximum visible, en réduction : {0} sur 255</translation>
        </message>
        <message>
            <source>Largest in view: {0} of 255</source>
            <translation>Maximum visible : {0} sur 255</translation>
        </message>
        <message>
            <source>{0} or more</source>
            <translation>{0} ou plus</translation>
        </message>
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
        <message>
            <source>Drop to open</source>
            <translation>Déposer pour ouvrir</translation>
        </message>
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
        <message>
            <source>Clear the list of what was opened? The files themselves stay.</source>
            <translation>Vider la liste des éléments ouverts ? Les fichiers eux-mêmes restent.</translation>
        </message>
        <message>
            <source>Check this computer</source>
            <translation>Vérifier cet ordinateur</translation>
        </message>
        <message>
            <source>What was checked</source>
            <translation>Ce qui a été vérifié</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Progression</translation>
        </message>
        <message>
            <source>Without the names of your folders</source>
            <translation>Sans les noms de vos dossiers</translation>
        </message>
        <message>
            <source>Copy Report</source>
            <translation>Copier le rapport</translation>
        </message>
        <message>
            <source>Check Again</source>
            <translation>Vérifier de nouveau</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Arrêter</translation>
        </message>
        <message>
            <source>Checking… A picture that is being enlarged is finished first.</source>
            <translation>Vérification… Une image en cours d’agrandissement est d’abord terminée.</translation>
        </message>
        <message>
            <source>passed</source>
            <translation>réussi</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>échec</translation>
        </message>
        <message>
            <source>System</source>
            <translation>Système</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Versions</translation>
        </message>
        <message>
            <source>Room</source>
            <translation>Espace</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modèles</translation>
        </message>
        <message>
            <source>Computing</source>
            <translation>Calcul</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Fichiers</translation>
        </message>
        <message>
            <source>Failed: {0}. Copy the report to ask for help.</source>
            <translation>Échecs : {0}. Copiez le rapport pour demander de l’aide.</translation>
        </message>
        <message>
            <source>Everything works on this computer.</source>
            <translation>Tout fonctionne sur cet ordinateur.</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Copié</translation>
        </message>
        <message>
            <source>Operating system</source>
            <translation>Système d’exploitation</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Mémoire</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>Programme</translation>
        </message>
        <message>
            <source>Free memory</source>
            <translation>Mémoire libre</translation>
        </message>
        <message>
            <source>Free disk for unfinished work</source>
            <translation>Disque libre pour le travail inachevé</translation>
        </message>
        <message>
            <source>Processor</source>
            <translation>Processeur</translation>
        </message>
        <message>
            <source>Camera raw</source>
            <translation>Fichiers bruts</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Arrêté</translation>
        </message>
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
        <message>
            <source>Fetch a model</source>
            <translation>Récupérer un modèle</translation>
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
            <source>Get Them…</source>
            <translation>Obtenir…</translation>
        </message>
        <message>
            <source>Download it; you see the terms first</source>
            <translation>Le télécharger ; vous verrez d’abord les conditions</translation>
        </message>
        <message>
            <source>Import Model…</source>
            <translation>Importer un modèle…</translation>
        </message>
        <message>
            <source>A model file you have; other networks too (.safetensors, .pth, .ckpt, ONNX, TorchScript, torch.export)</source>
            <translation>Un fichier de modèle que vous avez ; d’autres réseaux aussi (.safetensors, .pth, .ckpt, ONNX, TorchScript, torch.export)</translation>
        </message>
        <message>
            <source>Verify All</source>
            <translation>Tout vérifier</translation>
        </message>
        <message>
            <source>Compare every file with its checksum</source>
            <translation>Comparer chaque fichier à sa somme de contrôle</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Supprimer…</translation>
        </message>
        <message>
            <source>Delete the file of this model</source>
            <translation>Supprimer le fichier de ce modèle</translation>
        </message>
        <message>
            <source>Installed</source>
            <translation>Installé</translation>
        </message>
        <message>
            <source>Not installed</source>
            <translation>Non installé</translation>
        </message>
        <message>
            <source>Remove the model {0}? Its file is deleted.</source>
            <translation>Supprimer le modèle {0} ? Son fichier sera effacé.</translation>
        </message>
        <message>
            <source>Intact</source>
            <translation>Intact</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>Endommagé</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modèle</translation>
        </message>
        <message>
            <source>Good for</source>
            <translation>Convient pour</translation>
        </message>
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
            <source>Enlarge what is selected</source>
            <translation>Agrandir ce qui est sélectionné</translation>
        </message>
        <message>
            <source>Ups&amp;cale All</source>
            <translation>Tout a&amp;grandir</translation>
        </message>
        <message>
            <source>Enlarge all that is not enlarged yet</source>
            <translation>Agrandir tout ce qui ne l’est pas encore</translation>
        </message>
        <message>
            <source>Stop &amp;All</source>
            <translation>&amp;Tout arrêter</translation>
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
            <source>&amp;100 %</source>
            <translation>&amp;100 %</translation>
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
            <source>Live &amp;Preview</source>
            <translation>Aperçu &amp;en direct</translation>
        </message>
        <message>
            <source>Enlarge what is in view at once, without a file</source>
            <translation>Agrandir aussitôt la partie visible, sans fichier</translation>
        </message>
        <message>
            <source>&amp;About {0}</source>
            <translation>À propos &amp;de {0}</translation>
        </message>
        <message>
            <source>Version, licence and paper</source>
            <translation>Version, licence et article</translation>
        </message>
        <message>
            <source>&amp;Models…</source>
            <translation>&amp;Modèles…</translation>
        </message>
        <message>
            <source>What is installed, what it is good for, and what you can get</source>
            <translation>Ce qui est installé, à quoi cela sert et ce que vous pouvez obtenir</translation>
        </message>
        <message>
            <source>&amp;Import Model…</source>
            <translation>&amp;Importer un modèle…</translation>
        </message>
        <message>
            <source>Use a model file you have</source>
            <translation>Utiliser un fichier de modèle que vous avez</translation>
        </message>
        <message>
            <source>Get the Authors' &amp;Weights…</source>
            <translation>Obtenir les poids des &amp;auteurs…</translation>
        </message>
        <message>
            <source>Download the paper's models, which are sharper; you see the terms first</source>
            <translation>Télécharger les modèles de l’article, plus nets ; vous verrez d’abord les conditions</translation>
        </message>
        <message>
            <source>&amp;Check This Computer…</source>
            <translation>&amp;Vérifier cet ordinateur…</translation>
        </message>
        <message>
            <source>Test models, computing and files, and report</source>
            <translation>Tester les modèles, le calcul et les fichiers, avec un rapport</translation>
        </message>
        <message>
            <source>&amp;Batch…</source>
            <translation>Traitement par &amp;lot…</translation>
        </message>
        <message>
            <source>Enlarge whole folders of pictures</source>
            <translation>Agrandir des dossiers d’images entiers</translation>
        </message>
        <message>
            <source>{0} (original authors)</source>
            <translation>{0} (auteurs d’origine)</translation>
        </message>
        <message>
            <source>{0} (included)</source>
            <translation>{0} (inclus)</translation>
        </message>
        <message>
            <source>Comparison with other networks</source>
            <translation>Comparaison avec d’autres réseaux</translation>
        </message>
        <message>
            <source>Your own; its quality is not known here</source>
            <translation>Le vôtre ; sa qualité n’est pas connue ici</translation>
        </message>
        <message>
            <source>Sharp photographs, finest edges</source>
            <translation>Photos nettes, contours les plus fins</translation>
        </message>
        <message>
            <source>Sharp photographs</source>
            <translation>Photos nettes</translation>
        </message>
        <message>
            <source>None given</source>
            <translation>Aucune indiquée</translation>
        </message>
        <message>
            <source>The weights are not part of this program. Their authors gave them no licence: whether you may use them, above all commercially, is for you to judge.</source>
            <translation>Les poids ne font pas partie de ce programme. Leurs auteurs ne leur ont donné aucune licence : à vous de juger si vous pouvez les utiliser, surtout à des fins commerciales.</translation>
        </message>
        <message>
            <source>Another network ({0}), for comparison. Each tile is enlarged for itself.</source>
            <translation>Un autre réseau ({0}), pour comparer. Chaque tuile est agrandie séparément.</translation>
        </message>
        <message>
            <source>Another network ({0}), for comparison.</source>
            <translation>Un autre réseau ({0}), pour comparaison.</translation>
        </message>
        <message>
            <source>For sharp photographs; it mends no blur.</source>
            <translation>Pour des photos nettes ; il ne corrige pas le flou.</translation>
        </message>
        <message>
            <source>{0:.2f} dB on {1}</source>
            <translation>{0:.2f} dB sur {1}</translation>
        </message>
        <message>
            <source>PSNR-Y: {0}.</source>
            <translation>PSNR-Y : {0}.</translation>
        </message>
        <message>
            <source>The original authors' is {0} dB better.</source>
            <translation>Celui des auteurs d’origine est meilleur de {0} dB.</translation>
        </message>
        <message>
            <source>By {0}</source>
            <translation>Par {0}</translation>
        </message>
        <message>
            <source>Our own</source>
            <translation>Modèle maison</translation>
        </message>
        <message>
            <source>Our own; the original authors' is sharper</source>
            <translation>Modèle maison ; celui des auteurs d’origine est plus net</translation>
        </message>
        <message>
            <source>inch</source>
            <translation>pouces</translation>
        </message>
        <message>
            <source>cm</source>
            <translation>cm</translation>
        </message>
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
            <source>The model {0} is ready to use.</source>
            <translation>Le modèle {0} est prêt à l’emploi.</translation>
        </message>
        <message>
            <source>Destination</source>
            <translation>Destination</translation>
        </message>
        <message>
            <source>Don't save automatically</source>
            <translation>Ne pas enregistrer automatiquement</translation>
        </message>
        <message>
            <source>Next to the original</source>
            <translation>À côté de l’original</translation>
        </message>
        <message>
            <source>Into a folder</source>
            <translation>Dans un dossier</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Dossier</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>Demander</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Périphérique</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automatique</translation>
        </message>
        <message>
            <source>Processor (CPU)</source>
            <translation>Processeur (CPU)</translation>
        </message>
        <message>
            <source>Any GPU</source>
            <translation>N’importe quel GPU</translation>
        </message>
        <message>
            <source>GPU (WebGPU)</source>
            <translation>GPU (WebGPU)</translation>
        </message>
        <message>
            <source>NVIDIA GPU (CUDA)</source>
            <translation>GPU NVIDIA (CUDA)</translation>
        </message>
        <message>
            <source>Apple GPU (MPS)</source>
            <translation>GPU Apple (MPS)</translation>
        </message>
        <message>
            <source>Intel (OpenVINO)</source>
            <translation>Intel (OpenVINO)</translation>
        </message>
        <message>
            <source>Known after the first picture, or when you look here.</source>
            <translation>Connu après la première image, ou quand vous regardez ici.</translation>
        </message>
        <message>
            <source>What will be used</source>
            <translation>Ce qui sera utilisé</translation>
        </message>
        <message>
            <source>Check this computer…</source>
            <translation>Vérifier cet ordinateur…</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>Précision</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Vérification…</translation>
        </message>
        <message>
            <source>It is not there: choose another device.</source>
            <translation>Il est absent : choisissez un autre périphérique.</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Absent</translation>
        </message>
        <message>
            <source>{0} does not compute in it</source>
            <translation>{0} ne calcule pas ainsi</translation>
        </message>
        <message>
            <source>This installation cannot use one</source>
            <translation>Cette installation ne peut pas en utiliser</translation>
        </message>
        <message>
            <source>It was tried, and is not used: {0}</source>
            <translation>Il a été essayé et n’est pas utilisé : {0}</translation>
        </message>
        <message>
            <source>There is none in this computer</source>
            <translation>Cet ordinateur n’en a pas</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message numerus="yes">
            <source>%n threads</source>
            <translation>
                <numerusform>%n thread</numerusform>
                <numerusform>%n threads</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} of memory</source>
            <translation>{0} de mémoire</translation>
        </message>
        <message>
            <source>It does not compute in {0}: choose another precision.</source>
            <translation>Il ne calcule pas en {0} : choisissez une autre précision.</translation>
        </message>
        <message>
            <source>No faster GPU was found.</source>
            <translation>Aucun GPU plus rapide n’a été trouvé.</translation>
        </message>
        <message>
            <source>In a trial it was {0} times as fast as the processor.</source>
            <translation>Lors d’un essai, il a été {0} fois plus rapide que le processeur.</translation>
        </message>
        <message>
            <source>A GPU is many times as fast as a CPU.</source>
            <translation>Un GPU est bien des fois plus rapide qu’un CPU.</translation>
        </message>
        <message>
            <source>Full precision.</source>
            <translation>Pleine précision.</translation>
        </message>
        <message>
            <source>It computes in {0} by itself, which is faster and costs less than {1} dB.</source>
            <translation>Il calcule de lui-même en {0}, ce qui est plus rapide et coûte moins de {1} dB.</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Fichier</translation>
        </message>
        <message>
            <source>As the original</source>
            <translation>Comme l’original</translation>
        </message>
        <message>
            <source>Quality of the file</source>
            <translation>Qualité du fichier</translation>
        </message>
        <message>
            <source>Without any loss</source>
            <translation>Sans aucune perte</translation>
        </message>
        <message>
            <source>Auto</source>
            <translation>Auto</translation>
        </message>
        <message>
            <source>8 bit</source>
            <translation>8 bits</translation>
        </message>
        <message>
            <source>16 bit</source>
            <translation>16 bits</translation>
        </message>
        <message>
            <source>Depth as the original</source>
            <translation>Profondeur de l’original</translation>
        </message>
        <message>
            <source>8 bits</source>
            <translation>8 bits</translation>
        </message>
        <message>
            <source>16 bits</source>
            <translation>16 bits</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Conserver</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Aucun</translation>
        </message>
        <message>
            <source>White</source>
            <translation>Blanc</translation>
        </message>
        <message>
            <source>Black</source>
            <translation>Noir</translation>
        </message>
        <message>
            <source>Background</source>
            <translation>Fond</translation>
        </message>
        <message>
            <source>Laid under what is transparent; JPEG has no transparency</source>
            <translation>Placé sous ce qui est transparent ; JPEG n’a pas de transparence</translation>
        </message>
        <message>
            <source>Choose a background colour</source>
            <translation>Choisir une couleur de fond</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>Qualité</translation>
        </message>
        <message>
            <source>Depth</source>
            <translation>Profondeur</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Couleurs</translation>
        </message>
        <message>
            <source>Colour space</source>
            <translation>Espace colorimétrique</translation>
        </message>
        <message>
            <source>Colour under what is transparent</source>
            <translation>Couleur sous ce qui est transparent</translation>
        </message>
        <message>
            <source>What was enlarged in 8 bits gets finer steps only by enlarging it again</source>
            <translation>Ce qui a été agrandi en 8 bits n’aura des nuances plus fines qu’en l’agrandissant de nouveau</translation>
        </message>
        <message>
            <source>{0} cannot hold 16 bits</source>
            <translation>{0} ne prend pas 16 bits</translation>
        </message>
        <message>
            <source>without loss</source>
            <translation>sans perte</translation>
        </message>
        <message>
            <source>{0} bit</source>
            <translation>{0} bits</translation>
        </message>
        <message>
            <source>Metadata</source>
            <translation>Métadonnées</translation>
        </message>
        <message>
            <source>Keep everything</source>
            <translation>Tout conserver</translation>
        </message>
        <message>
            <source>Remove location (GPS)</source>
            <translation>Supprimer le lieu (GPS)</translation>
        </message>
        <message>
            <source>Keep only colour profile and resolution</source>
            <translation>Ne conserver que profil de couleurs et résolution</translation>
        </message>
        <message>
            <source>Record software and model in metadata</source>
            <translation>Noter logiciel et modèle dans les métadonnées</translation>
        </message>
        <message>
            <source>A line in the metadata of the result: how it was made, and how much larger</source>
            <translation>Une ligne dans les métadonnées du résultat : comment il a été fait, et combien de fois plus grand</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>Conservées</translation>
        </message>
        <message>
            <source>Without GPS</source>
            <translation>Sans GPS</translation>
        </message>
        <message>
            <source>Removed</source>
            <translation>Supprimées</translation>
        </message>
        <message>
            <source>Strength and Sharpening</source>
            <translation>Intensité et accentuation</translation>
        </message>
        <message>
            <source>{0} %</source>
            <translation>{0} %</translation>
        </message>
        <message>
            <source>Strength</source>
            <translation>Intensité</translation>
        </message>
        <message>
            <source>0 % is the plain bicubic enlargement, 100 % the network's</source>
            <translation>0 % est le simple agrandissement bicubique, 100 % celui du réseau</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Non</translation>
        </message>
        <message>
            <source>Screen</source>
            <translation>Écran</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Tirage</translation>
        </message>
        <message>
            <source>No sharpening</source>
            <translation>Pas d’accentuation</translation>
        </message>
        <message>
            <source>Sharpen for a screen</source>
            <translation>Accentuer pour l’écran</translation>
        </message>
        <message>
            <source>Sharpen for print</source>
            <translation>Accentuer pour le tirage</translation>
        </message>
        <message>
            <source>Amount of sharpening</source>
            <translation>Quantité d’accentuation</translation>
        </message>
        <message>
            <source>100 % is usual. Leave it off for a picture that you edit further.</source>
            <translation>100 % est habituel. Laissez « Non » pour une image que vous retoucherez ensuite.</translation>
        </message>
        <message>
            <source>Sharpen</source>
            <translation>Accentuer</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>Quantité</translation>
        </message>
        <message>
            <source>What cannot work</source>
            <translation>Ce qui est impossible</translation>
        </message>
        <message>
            <source>What to know</source>
            <translation>Ce qu’il faut savoir</translation>
        </message>
        <message>
            <source>What it takes</source>
            <translation>Durée et volume</translation>
        </message>
        <message>
            <source>Upscale</source>
            <translation>Agrandir</translation>
        </message>
        <message>
            <source>Upscale All</source>
            <translation>Tout agrandir</translation>
        </message>
        <message>
            <source>Saved before, with other options than these.</source>
            <translation>Déjà enregistré, avec d’autres options que celles-ci.</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Enregistrer…</translation>
        </message>
        <message>
            <source>Upscale {0}</source>
            <translation>Agrandir {0}</translation>
        </message>
        <message numerus="yes">
            <source>Upscale All (%n)</source>
            <translation>
                <numerusform>Tout agrandir (%n)</numerusform>
                <numerusform>Tout agrandir (%n)</numerusform>
            </translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Arrêt…</translation>
        </message>
        <message>
            <source>Paused at {0} %</source>
            <translation>En pause à {0} %</translation>
        </message>
        <message>
            <source>{0} %, {1}</source>
            <translation>{0} %, {1}</translation>
        </message>
        <message numerus="yes">
            <source>{0} of %n pictures</source>
            <translation>
                <numerusform>{0} sur %n image</numerusform>
                <numerusform>{0} sur %n images</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} of {1} pictures are done, {2} of them failed</source>
            <translation>{0} images sur {1} sont terminées, dont {2} en échec</translation>
        </message>
        <message>
            <source>{0} MP in all</source>
            <translation>{0} MP au total</translation>
        </message>
        <message>
            <source>The original authors' weights are sharper, but have no licence: whether you may use them is for you to judge.</source>
            <translation>Les poids des auteurs d’origine sont plus nets, mais n’ont pas de licence : à vous de juger si vous pouvez les utiliser.</translation>
        </message>
        <message>
            <source>Download the paper's model; you see the terms first</source>
            <translation>Télécharger le modèle de l’article ; vous verrez d’abord les conditions</translation>
        </message>
        <message>
            <source>Get the original authors' weights…</source>
            <translation>Obtenir les poids des auteurs d’origine…</translation>
        </message>
        <message>
            <source>Models…</source>
            <translation>Modèles…</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normale</translation>
        </message>
        <message>
            <source>Best</source>
            <translation>Optimale</translation>
        </message>
        <message>
            <source>Normal quality</source>
            <translation>Qualité normale</translation>
        </message>
        <message>
            <source>Best quality</source>
            <translation>Qualité optimale</translation>
        </message>
        <message>
            <source>Slightly cleaner, about 16 times slower.</source>
            <translation>Un peu plus propre, environ 16 fois plus lent.</translation>
        </message>
        <message>
            <source>The best for each step</source>
            <translation>Le meilleur à chaque étape</translation>
        </message>
        <message numerus="yes">
            <source>%n models on this computer</source>
            <translation>
                <numerusform>%n modèle sur cet ordinateur</numerusform>
                <numerusform>%n modèles sur cet ordinateur</numerusform>
            </translation>
        </message>
        <message>
            <source>Enlarges in steps, then reduces to the exact size.</source>
            <translation>Agrandit par étapes, puis réduit à la taille exacte.</translation>
        </message>
        <message>
            <source>best</source>
            <translation>qualité optimale</translation>
        </message>
        <message>
            <source>Fetch…</source>
            <translation>Récupérer…</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Importer…</translation>
        </message>
        <message>
            <source>There is no model for {0}× on this computer yet. Fetch the one of the paper, or import a file you have.</source>
            <translation>Il n’y a pas encore de modèle {0}× sur cet ordinateur. Récupérez celui de l’article ou importez un fichier que vous avez.</translation>
        </message>
        <message>
            <source>Insert a part of the name</source>
            <translation>Insérer une partie du nom</translation>
        </message>
        <message>
            <source>Name of the original</source>
            <translation>Nom de l’original</translation>
        </message>
        <message>
            <source>How many times larger</source>
            <translation>Combien de fois plus grand</translation>
        </message>
        <message>
            <source>Width in pixels</source>
            <translation>Largeur en pixels</translation>
        </message>
        <message>
            <source>Height in pixels</source>
            <translation>Hauteur en pixels</translation>
        </message>
        <message>
            <source>Date of today</source>
            <translation>Date du jour</translation>
        </message>
        <message>
            <source>a whole number from {0} to {1}</source>
            <translation>un nombre entier de {0} à {1}</translation>
        </message>
        <message>
            <source>from {0} to {1}</source>
            <translation>de {0} à {1}</translation>
        </message>
        <message>
            <source>{0} is not possible here: {1}. {2} stays in force.</source>
            <translation>{0} est impossible ici : {1}. {2} reste en vigueur.</translation>
        </message>
        <message>
            <source>Only for {0}</source>
            <translation>Seulement pour {0}</translation>
        </message>
        <message>
            <source>Back to all pictures</source>
            <translation>Revenir à toutes les images</translation>
        </message>
        <message>
            <source>Written as {0}: {1}</source>
            <translation>Enregistré en {0} : {1}</translation>
        </message>
        <message>
            <source>The chosen device is not in this computer</source>
            <translation>Le périphérique choisi n’est pas dans cet ordinateur</translation>
        </message>
        <message>
            <source>Choose Automatic under Device</source>
            <translation>Choisissez « Automatique » sous « Périphérique »</translation>
        </message>
        <message>
            <source>{0} does not compute in {1}</source>
            <translation>{0} ne calcule pas en {1}</translation>
        </message>
        <message>
            <source>Choose another precision</source>
            <translation>Choisissez une autre précision</translation>
        </message>
        <message>
            <source>There is no model {0} on this computer</source>
            <translation>Il n’y a pas de modèle {0} sur cet ordinateur</translation>
        </message>
        <message>
            <source>Choose another model</source>
            <translation>Choisissez un autre modèle</translation>
        </message>
        <message>
            <source>There is no model for {0}× on this computer</source>
            <translation>Il n’y a pas de modèle {0}× sur cet ordinateur</translation>
        </message>
        <message>
            <source>Fetch or import one, or choose another size</source>
            <translation>Récupérez-en ou importez-en un, ou choisissez une autre taille</translation>
        </message>
        <message>
            <source>That is {0} times as large, and enlarging ends at 16 times</source>
            <translation>C’est {0} fois plus grand, et l’agrandissement s’arrête à 16 fois</translation>
        </message>
        <message>
            <source>Choose a smaller size</source>
            <translation>Choisissez une taille plus petite</translation>
        </message>
        <message>
            <source>Already larger than this</source>
            <translation>Déjà plus grande</translation>
        </message>
        <message>
            <source>That is {0} times as large, and enlarging begins at 1.1 times</source>
            <translation>C’est {0} fois la taille, et l’agrandissement commence à 1,1 fois</translation>
        </message>
        <message>
            <source>Choose a larger size</source>
            <translation>Choisissez une taille plus grande</translation>
        </message>
        <message>
            <source>{0} ends at {1} pixels a side</source>
            <translation>{0} s’arrête à {1} pixels de côté</translation>
        </message>
        <message>
            <source>{0} is never lossless</source>
            <translation>{0} n’est jamais sans perte</translation>
        </message>
        <message>
            <source>Choose PNG or TIFF, or a smaller size</source>
            <translation>Choisissez PNG ou TIFF, ou une taille plus petite</translation>
        </message>
        <message>
            <source>Choose PNG or TIFF</source>
            <translation>Choisissez PNG ou TIFF</translation>
        </message>
        <message>
            <source>Choose PNG, TIFF, WebP or AVIF</source>
            <translation>Choisissez PNG, TIFF, WebP ou AVIF</translation>
        </message>
        <message>
            <source>Choose a background, or another format</source>
            <translation>Choisissez un fond, ou un autre format</translation>
        </message>
        <message>
            <source>{0} cannot hold transparency</source>
            <translation>{0} n’a pas de transparence</translation>
        </message>
        <message>
            <source>The picture is grey, and the background is not</source>
            <translation>L’image est grise, mais pas le fond</translation>
        </message>
        <message>
            <source>Choose a grey background</source>
            <translation>Choisissez un fond gris</translation>
        </message>
        <message>
            <source>No folder is chosen for the results</source>
            <translation>Aucun dossier n’est choisi pour les résultats</translation>
        </message>
        <message>
            <source>Choose one</source>
            <translation>Choisissez-en un</translation>
        </message>
        <message>
            <source>There is no folder {0}</source>
            <translation>Il n’y a pas de dossier {0}</translation>
        </message>
        <message>
            <source>Choose another folder</source>
            <translation>Choisissez un autre dossier</translation>
        </message>
        <message>
            <source>The folder {0} cannot be written to</source>
            <translation>Impossible d’écrire dans le dossier {0}</translation>
        </message>
        <message>
            <source>The name is taken; the result gets a number</source>
            <translation>Le nom est pris ; le résultat reçoit un numéro</translation>
        </message>
        <message>
            <source>The result would replace the original itself</source>
            <translation>Le résultat remplacerait l’original lui-même</translation>
        </message>
        <message>
            <source>Add something to the name, such as {scale}x</source>
            <translation>Ajoutez quelque chose au nom, comme {scale}x</translation>
        </message>
        <message>
            <source>Two results would have the same name, {0}</source>
            <translation>Deux résultats auraient le même nom, {0}</translation>
        </message>
        <message>
            <source>Choose to add a number, or put {name} into the name</source>
            <translation>Choisissez d’ajouter un numéro, ou mettez {name} dans le nom</translation>
        </message>
        <message>
            <source>A file of this name will be replaced</source>
            <translation>Un fichier de ce nom sera remplacé</translation>
        </message>
        <message>
            <source>All results together may not fit onto the disk of {0}</source>
            <translation>Tous les résultats ensemble risquent de ne pas tenir sur le disque de {0}</translation>
        </message>
        <message>
            <source>Save and remove some in between</source>
            <translation>Enregistrez et retirez-en quelques-uns entre-temps</translation>
        </message>
        <message>
            <source>The results may not fit into {0}</source>
            <translation>Les résultats risquent de ne pas tenir dans {0}</translation>
        </message>
        <message>
            <source>Free some space</source>
            <translation>Libérez de l’espace</translation>
        </message>
        <message>
            <source>It takes about {0} on the disk, and {1} are free</source>
            <translation>Il faut environ {0} sur le disque, et {1} sont libres</translation>
        </message>
        <message>
            <source>Free some space, or choose a smaller size</source>
            <translation>Libérez de l’espace, ou choisissez une taille plus petite</translation>
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
            <translation>Sauté : {0}. {1}</translation>
        </message>
        <message numerus="yes">
            <source>{0} and %n more</source>
            <translation>
                <numerusform>{0} et %n de plus</numerusform>
                <numerusform>{0} et %n de plus</numerusform>
            </translation>
        </message>
        <message>
            <source>Time unknown until the first picture is done</source>
            <translation>Durée inconnue avant la fin de la première image</translation>
        </message>
        <message>
            <source>Takes about {0}</source>
            <translation>Durée : environ {0}</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Préréglage</translation>
        </message>
        <message>
            <source>Look after presets</source>
            <translation>Gérer les préréglages</translation>
        </message>
        <message>
            <source>Save, rename or delete a preset</source>
            <translation>Enregistrer, renommer ou supprimer un préréglage</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Bring back the options from before</source>
            <translation>Rétablir les options précédentes</translation>
        </message>
        <message>
            <source>Reset All Options</source>
            <translation>Réinitialiser les options</translation>
        </message>
        <message>
            <source>Save as a Preset…</source>
            <translation>Enregistrer comme préréglage…</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>Renommer…</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>Supprimer…</translation>
        </message>
        <message>
            <source>Custom</source>
            <translation>Personnalisé</translation>
        </message>
        <message>
            <source>All options were reset.</source>
            <translation>Options réinitialisées.</translation>
        </message>
        <message>
            <source>Save as a preset</source>
            <translation>Enregistrer comme préréglage</translation>
        </message>
        <message>
            <source>Name of the preset</source>
            <translation>Nom du préréglage</translation>
        </message>
        <message>
            <source>There is a preset {0}. Replace it?</source>
            <translation>Il y a déjà un préréglage {0}. Le remplacer ?</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>Remplacer</translation>
        </message>
        <message>
            <source>Rename a preset</source>
            <translation>Renommer un préréglage</translation>
        </message>
        <message>
            <source>Delete the preset {0}?</source>
            <translation>Supprimer le préréglage {0} ?</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Supprimer</translation>
        </message>
        <message>
            <source>{0} replaced your options.</source>
            <translation>{0} a remplacé vos options.</translation>
        </message>
        <message>
            <source>Applies when saved, also to finished results.</source>
            <translation>S’applique à l’enregistrement, même aux résultats déjà obtenus.</translation>
        </message>
        <message>
            <source>Enlarge {0} times</source>
            <translation>Agrandir {0} fois</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Autre</translation>
        </message>
        <message>
            <source>Another size</source>
            <translation>Autre taille</translation>
        </message>
        <message>
            <source>By a factor</source>
            <translation>Selon un facteur</translation>
        </message>
        <message>
            <source>To fit width and height</source>
            <translation>Ajuster en largeur et hauteur</translation>
        </message>
        <message>
            <source>To a width</source>
            <translation>À une largeur</translation>
        </message>
        <message>
            <source>To a height</source>
            <translation>À une hauteur</translation>
        </message>
        <message>
            <source>To a long edge</source>
            <translation>À un grand côté</translation>
        </message>
        <message>
            <source>To a short edge</source>
            <translation>À un petit côté</translation>
        </message>
        <message>
            <source>To megapixels</source>
            <translation>En mégapixels</translation>
        </message>
        <message>
            <source>For a print</source>
            <translation>Pour un tirage</translation>
        </message>
        <message>
            <source>Kind of size</source>
            <translation>Type de taille</translation>
        </message>
        <message>
            <source>Factor</source>
            <translation>Facteur</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>Largeur</translation>
        </message>
        <message>
            <source>Height</source>
            <translation>Hauteur</translation>
        </message>
        <message>
            <source>Edge</source>
            <translation>Côté</translation>
        </message>
        <message>
            <source>Megapixels</source>
            <translation>Mégapixels</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>Papier</translation>
        </message>
        <message>
            <source>Width of the print</source>
            <translation>Largeur du tirage</translation>
        </message>
        <message>
            <source>Height of the print</source>
            <translation>Hauteur du tirage</translation>
        </message>
        <message>
            <source>mm</source>
            <translation>mm</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unité</translation>
        </message>
        <message>
            <source>Pixels per inch</source>
            <translation>Pixels par pouce</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>Résolution</translation>
        </message>
        <message>
            <source>ppi</source>
            <translation>ppp</translation>
        </message>
        <message>
            <source>{0} px, short edge</source>
            <translation>{0} px, petit côté</translation>
        </message>
        <message>
            <source>{0} px, long edge</source>
            <translation>{0} px, grand côté</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Annuler</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Rétablir</translation>
        </message>
        <message>
            <source>Take back the last change of the list</source>
            <translation>Annuler la dernière modification de la liste</translation>
        </message>
        <message>
            <source>Make the change of the list again</source>
            <translation>Rétablir la modification de la liste</translation>
        </message>
        <message>
            <source>Select &amp;All Pictures</source>
            <translation>&amp;Sélectionner toutes les images</translation>
        </message>
        <message>
            <source>Select the whole list</source>
            <translation>Sélectionner toute la liste</translation>
        </message>
        <message>
            <source>Upscale S&amp;elected</source>
            <translation>Agrandir la &amp;sélection</translation>
        </message>
        <message>
            <source>Enlarge the selected pictures only</source>
            <translation>Agrandir seulement les images sélectionnées</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>&amp;Pause</translation>
        </message>
        <message>
            <source>Finish the present tile, then wait</source>
            <translation>Finir la tuile en cours, puis attendre</translation>
        </message>
        <message>
            <source>&amp;Stop Selected</source>
            <translation>Arrêter &amp;la sélection</translation>
        </message>
        <message>
            <source>Stop enlarging the selected pictures</source>
            <translation>Arrêter l’agrandissement des images sélectionnées</translation>
        </message>
        <message>
            <source>&amp;Try Again</source>
            <translation>Réessa&amp;yer</translation>
        </message>
        <message>
            <source>Try again what failed among the selected pictures</source>
            <translation>Réessayer les échecs parmi les images sélectionnées</translation>
        </message>
        <message>
            <source>Try All &amp;Failed Again</source>
            <translation>Réessayer tous les é&amp;checs</translation>
        </message>
        <message>
            <source>Try again whatever failed</source>
            <translation>Réessayer tout ce qui a échoué</translation>
        </message>
        <message>
            <source>Mo&amp;ve Up</source>
            <translation>&amp;Monter</translation>
        </message>
        <message>
            <source>Enlarge the selected pictures earlier</source>
            <translation>Agrandir plus tôt les images sélectionnées</translation>
        </message>
        <message>
            <source>Move &amp;Down</source>
            <translation>&amp;Descendre</translation>
        </message>
        <message>
            <source>Enlarge the selected pictures later</source>
            <translation>Agrandir plus tard les images sélectionnées</translation>
        </message>
        <message>
            <source>&amp;Give Own Options</source>
            <translation>Donner des options pr&amp;opres</translation>
        </message>
        <message>
            <source>The selected pictures keep the present options, whatever is chosen later</source>
            <translation>Les images sélectionnées gardent les options actuelles, quoi que vous choisissiez ensuite</translation>
        </message>
        <message>
            <source>Use Shared &amp;Options</source>
            <translation>&amp;Utiliser les options communes</translation>
        </message>
        <message>
            <source>The selected pictures have no options of their own</source>
            <translation>Les images sélectionnées n’ont pas d’options propres</translation>
        </message>
        <message>
            <source>C&amp;lear Saved</source>
            <translation>Retirer les enreg&amp;istrées</translation>
        </message>
        <message>
            <source>Take off the list what is saved; the files stay</source>
            <translation>Retirer de la liste ce qui est enregistré ; les fichiers restent</translation>
        </message>
        <message>
            <source>{0} has been worked on for {1}, and would begin anew. Stop it?</source>
            <translation>{0} est en cours depuis {1} et devrait recommencer. L’arrêter ?</translation>
        </message>
        <message>
            <source>Resu&amp;me</source>
            <translation>Re&amp;prendre</translation>
        </message>
        <message>
            <source>Go on enlarging</source>
            <translation>Poursuivre l’agrandissement</translation>
        </message>
        <message>
            <source>Discarded. Undo in the menu Edit brings it back, until the window is closed.</source>
            <translation>Abandonné. Annuler dans le menu Édition le rétablit, jusqu’à la fermeture de la fenêtre.</translation>
        </message>
        <message>
            <source>Remove {0}</source>
            <translation>le retrait de {0}</translation>
        </message>
        <message>
            <source>Clear {0}</source>
            <translation>le nettoyage de {0}</translation>
        </message>
        <message>
            <source>Move {0}</source>
            <translation>le déplacement de {0}</translation>
        </message>
        <message>
            <source>Options of {0}</source>
            <translation>les options de {0}</translation>
        </message>
        <message>
            <source>Crop of {0}</source>
            <translation>Partie de {0}</translation>
        </message>
        <message>
            <source>Enlarge {0} again</source>
            <translation>le nouvel agrandissement de {0}</translation>
        </message>
        <message>
            <source>Crop {0}</source>
            <translation>Recadré {0}</translation>
        </message>
        <message>
            <source>Saved as {0}</source>
            <translation>Enregistré sous {0}</translation>
        </message>
        <message>
            <source>Only a part is enlarged: {0} of {1}</source>
            <translation>Seule une partie est agrandie : {0} sur {1}</translation>
        </message>
        <message>
            <source>Has options of its own</source>
            <translation>A ses propres options</translation>
        </message>
        <message>
            <source>Retrying</source>
            <translation>Nouvel essai</translation>
        </message>
        <message>
            <source>Last session</source>
            <translation>Dernière session</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Restaurer</translation>
        </message>
        <message>
            <source>Put them into the list again</source>
            <translation>Les remettre dans la liste</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Abandonner</translation>
        </message>
        <message>
            <source>Forget the list; the files themselves stay</source>
            <translation>Oublier la liste ; les fichiers eux-mêmes restent</translation>
        </message>
        <message>
            <source>Restore your last session ({0})?</source>
            <translation>Restaurer votre dernière session ({0}) ?</translation>
        </message>
        <message>
            <source>Enlarged, but not saved yet: {0}.</source>
            <translation>Agrandi, mais pas encore enregistré : {0}.</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Enregistrement…</translation>
        </message>
        <message>
            <source>Not opened yet</source>
            <translation>Pas encore ouvert</translation>
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
        <message>
            <source>Second try…</source>
            <translation>Second essai…</translation>
        </message>
        <message>
            <source>Finishing…</source>
            <translation>Finalisation…</translation>
        </message>
        <message>
            <source>Enlarging…</source>
            <translation>Agrandissement…</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Enregistré</translation>
        </message>
        <message>
            <source>Saved in {0}</source>
            <translation>Enregistré dans {0}</translation>
        </message>
        <message>
            <source>Not saved: {0}</source>
            <translation>Pas enregistré : {0}</translation>
        </message>
        <message>
            <source>Not saved yet</source>
            <translation>Pas encore enregistré</translation>
        </message>
        <message>
            <source>Made with {0}, settings have changed</source>
            <translation>Fait avec {0}, options modifiées</translation>
        </message>
        <message>
            <source>exact</source>
            <translation>exact</translation>
        </message>
        <message>
            <source>Fidelity {0}: reduced again, the result differs from the original by {1} of 255 at most</source>
            <translation>Fidélité {0} : réduit de nouveau, le résultat s’écarte de l’original de {1} sur 255 au plus</translation>
        </message>
        <message>
            <source>Web</source>
            <translation>Web</translation>
        </message>
        <message>
            <source>Archive 16 bit</source>
            <translation>Archive 16 bits</translation>
        </message>
        <message>
            <source>A preset needs a name.</source>
            <translation>Un préréglage doit avoir un nom.</translation>
        </message>
        <message>
            <source>A preset that comes with the program has this name.</source>
            <translation>Un préréglage fourni avec le programme porte ce nom.</translation>
        </message>
        <message>
            <source>There is a preset of this name already.</source>
            <translation>Il existe déjà un préréglage de ce nom.</translation>
        </message>
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
            <source>All Licence &amp;Texts…</source>
            <translation>Tous les &amp;textes de licence…</translation>
        </message>
        <message>
            <source>Licence texts</source>
            <translation>Textes des licences</translation>
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
            <source>Models (*.safetensors *.pt *.pth *.ckpt *.onnx *.pt2 *.ts);;All files (*)</source>
            <translation>Modèles (*.safetensors *.pt *.pth *.ckpt *.onnx *.pt2 *.ts);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Importing {0}…</source>
            <translation>Importation de {0}…</translation>
        </message>
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
        <message>
            <source>Page of the guide</source>
            <translation>Page du guide</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>Guide</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>Sommaire</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>{0} is only in the program's source.</source>
            <translation>{0} n’existe que dans les sources du programme.</translation>
        </message>
        <message>
            <source>Another program is waiting. Done replaces {0} with the enlarged picture.</source>
            <translation>Un autre programme attend. Terminé remplace {0} par l’image agrandie.</translation>
        </message>
        <message>
            <source>Another program is waiting. Done writes the enlarged picture to {0}.</source>
            <translation>Un autre programme attend. Terminé écrit l’image agrandie dans {0}.</translation>
        </message>
        <message>
            <source>Another program is waiting</source>
            <translation>Un autre programme attend</translation>
        </message>
        <message>
            <source>Go back and change nothing</source>
            <translation>Revenir sans rien changer</translation>
        </message>
        <message>
            <source>Enlarge if necessary, write the file and go back</source>
            <translation>Agrandir si nécessaire, écrire le fichier et revenir</translation>
        </message>
        <message>
            <source>This window is for one picture of another program. Open others in a window of their own.</source>
            <translation>Cette fenêtre est réservée à une image d’un autre programme. Ouvrez les autres dans leur propre fenêtre.</translation>
        </message>
        <message>
            <source>The window closes when all is saved.</source>
            <translation>La fenêtre se fermera quand tout sera enregistré.</translation>
        </message>
        <message>
            <source>The enlarged picture is not handed over yet.</source>
            <translation>L’image agrandie n’est pas encore transmise.</translation>
        </message>
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
            <source>&amp;Models</source>
            <translation>&amp;Modèles</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>A&amp;ide</translation>
        </message>
        <message>
            <source>Zoo&amp;m</source>
            <translation>&amp;Zoom</translation>
        </message>
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
            <source>Full Scree&amp;n</source>
            <translation>&amp;Plein écran</translation>
        </message>
        <message>
            <source>Nothing but the picture, on the whole screen</source>
            <translation>Rien que l’image, sur tout l’écran</translation>
        </message>
        <message>
            <source>Side Pane&amp;ls</source>
            <translation>Panneaux laté&amp;raux</translation>
        </message>
        <message>
            <source>Show the list and the options beside the picture</source>
            <translation>Montrer la liste et les options à côté de l’image</translation>
        </message>
        <message>
            <source>&amp;Guide</source>
            <translation>&amp;Guide</translation>
        </message>
        <message>
            <source>How to do what, without a network</source>
            <translation>Comment faire quoi, sans réseau</translation>
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
        <message>
            <source>About the picture</source>
            <translation>À propos de l’image</translation>
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
            <source>Save next to the original</source>
            <translation>Enregistrer à côté de l’original</translation>
        </message>
        <message>
            <source>Save into the folder</source>
            <translation>Enregistrer dans le dossier</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>Sans limite</translation>
        </message>
        <message>
            <source>About how much enlarging may use; with less it is slower. From the next start on</source>
            <translation>Ce que l’agrandissement peut utiliser environ ; avec moins, il est plus lent. À partir du prochain démarrage</translation>
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
            <source>&amp;Run at low priority</source>
            <translation>&amp;Exécuter en priorité basse</translation>
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
        <message>
            <source>&amp;After each picture</source>
            <translation>&amp;Après chaque image</translation>
        </message>
        <message>
            <source>&amp;Folder for results</source>
            <translation>&amp;Dossier des résultats</translation>
        </message>
        <message>
            <source>&amp;Memory limit</source>
            <translation>Lim&amp;ite de mémoire</translation>
        </message>
        <message>
            <source>Save All…</source>
            <translation>Tout enregistrer…</translation>
        </message>
        <message>
            <source>Keep for Next Time</source>
            <translation>Garder pour la prochaine fois</translation>
        </message>
        <message>
            <source>The list is paused, and pictures wait.</source>
            <translation>La liste est en pause et des images attendent.</translation>
        </message>
        <message>
            <source>Pictures are still being enlarged.</source>
            <translation>Des images sont encore en cours d’agrandissement.</translation>
        </message>
        <message>
            <source>What you keep is offered at the next start, as it is.</source>
            <translation>Ce que vous gardez sera proposé tel quel au prochain démarrage.</translation>
        </message>
        <message>
            <source>What is not finished begins anew at the next start.</source>
            <translation>Ce qui n’est pas terminé recommencera au prochain démarrage.</translation>
        </message>
        <message>
            <source>The list could not be written down, so the window stays open. Save the results, or make room on the disk, and quit again.</source>
            <translation>La liste n’a pas pu être écrite, la fenêtre reste donc ouverte. Enregistrez les résultats ou libérez de la place sur le disque, puis quittez de nouveau.</translation>
        </message>
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
</TS>

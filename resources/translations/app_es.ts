<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>app</name>
        <message>
            <source>What is finished is checked and kept; the rest is made</source>
            <translation>Lo terminado se comprueba y se conserva; el resto se hace</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Reanudar</translation>
        </message>
        <message>
            <source>Not Now</source>
            <translation>Ahora no</translation>
        </message>
        <message>
            <source>A batch is still running. What is finished is kept, and the rest can be done later. Stop it and quit?</source>
            <translation>Aún hay un lote en curso. Lo terminado se conserva y el resto se puede hacer después. ¿Detenerlo y salir?</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Salir</translation>
        </message>
        <message>
            <source>Enlarging a batch of pictures</source>
            <translation>Ampliando un lote de imágenes</translation>
        </message>
        <message>
            <source>Open Report</source>
            <translation>Abrir informe</translation>
        </message>
        <message>
            <source>What became of every file, as a table</source>
            <translation>Qué fue de cada archivo, en una tabla</translation>
        </message>
        <message>
            <source>Show in Folder</source>
            <translation>Mostrar en la carpeta</translation>
        </message>
        <message>
            <source>Retry Failed</source>
            <translation>Reintentar fallidas</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pausar</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Vista previa</translation>
        </message>
        <message>
            <source>Look through the folders and show what would be done</source>
            <translation>Revisar las carpetas y mostrar qué se haría</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Iniciar</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Go On</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>Stop Watching</source>
            <translation>Dejar de vigilar</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>Procesamiento por lotes</translation>
        </message>
        <message numerus="yes">
            <source>%n file in the folder for results would be replaced.</source>
            <translation>
                <numerusform>Se reemplazaría %n archivo de la carpeta de resultados.</numerusform>
                <numerusform>Se reemplazarían %n archivos de la carpeta de resultados.</numerusform>
            </translation>
        </message>
        <message>
            <source>Replace and Run</source>
            <translation>Reemplazar e iniciar</translation>
        </message>
        <message>
            <source>Looking through the folders…</source>
            <translation>Revisando las carpetas…</translation>
        </message>
        <message>
            <source>Looking through the folders: {0} of {1}</source>
            <translation>Revisando las carpetas: {0} de {1}</translation>
        </message>
        <message>
            <source>Enlarging</source>
            <translation>Ampliando</translation>
        </message>
        <message>
            <source>{0} %</source>
            <translation>{0} %</translation>
        </message>
        <message>
            <source>Waits for a second try</source>
            <translation>Espera un segundo intento</translation>
        </message>
        <message>
            <source>Watching the folders for new pictures.</source>
            <translation>Se vigilan las carpetas por si llegan imágenes nuevas.</translation>
        </message>
        <message>
            <source>Preview shows what would be done; Run does it.</source>
            <translation>La vista previa muestra lo que se haría; Iniciar lo hace.</translation>
        </message>
        <message>
            <source>Begins when the picture under way in the window is done.</source>
            <translation>Empieza cuando termine la imagen en curso en la ventana.</translation>
        </message>
        <message>
            <source>The list in the window waits for this batch.</source>
            <translation>La lista de la ventana espera a este lote.</translation>
        </message>
        <message>
            <source>Pictures in the window can be looked at; enlarging them waits.</source>
            <translation>Las imágenes de la ventana se pueden ver; su ampliación espera.</translation>
        </message>
        <message>
            <source>Go On in the Background</source>
            <translation>Continuar en segundo plano</translation>
        </message>
        <message>
            <source>Stop the Batch</source>
            <translation>Detener el lote</translation>
        </message>
        <message>
            <source>The batch is still running.</source>
            <translation>El lote aún está en curso.</translation>
        </message>
        <message>
            <source>What is finished is kept, and the rest can be done later.</source>
            <translation>Lo terminado se conserva y el resto se puede hacer después.</translation>
        </message>
        <message>
            <source>With all subfolders</source>
            <translation>Con todas las subcarpetas</translation>
        </message>
        <message>
            <source>They are mirrored in the folder for results</source>
            <translation>Se reproducen en la carpeta de resultados</translation>
        </message>
        <message>
            <source>All pictures</source>
            <translation>Todas las imágenes</translation>
        </message>
        <message>
            <source>Patterns with commas between them, such as {0}</source>
            <translation>Patrones separados por comas, como {0}</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Nada</translation>
        </message>
        <message>
            <source>Smallest picture, in megapixels</source>
            <translation>Imagen más pequeña, en megapíxeles</translation>
        </message>
        <message>
            <source>Largest picture, in megapixels</source>
            <translation>Imagen más grande, en megapíxeles</translation>
        </message>
        <message>
            <source>Include</source>
            <translation>Incluir</translation>
        </message>
        <message>
            <source>Exclude</source>
            <translation>Excluir</translation>
        </message>
        <message>
            <source>Min. size</source>
            <translation>Tam. mínimo</translation>
        </message>
        <message>
            <source>Max. size</source>
            <translation>Tam. máximo</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>sin límite</translation>
        </message>
        <message>
            <source>Template of the name</source>
            <translation>Plantilla del nombre</translation>
        </message>
        <message>
            <source>photo.jpg becomes {0}</source>
            <translation>photo.jpg pasa a {0}</translation>
        </message>
        <message>
            <source>Folders of pictures</source>
            <translation>Carpetas de imágenes</translation>
        </message>
        <message>
            <source>Drop folders anywhere in this window</source>
            <translation>Suelte carpetas en cualquier lugar de esta ventana</translation>
        </message>
        <message>
            <source>Add Folder…</source>
            <translation>Añadir carpeta…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Ctrl+Z brings them back</source>
            <translation>Ctrl+Z las recupera</translation>
        </message>
        <message>
            <source>Remove the selected folders</source>
            <translation>Quitar las carpetas seleccionadas</translation>
        </message>
        <message>
            <source>Folder of pictures</source>
            <translation>Carpeta de imágenes</translation>
        </message>
        <message>
            <source>Folder for the results</source>
            <translation>Carpeta de resultados</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>Falta todavía</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Elegir…</translation>
        </message>
        <message>
            <source>Choose the folder for results</source>
            <translation>Elegir la carpeta de resultados</translation>
        </message>
        <message>
            <source>Folder for results</source>
            <translation>Carpeta de resultados</translation>
        </message>
        <message>
            <source>Skip the picture</source>
            <translation>Omitir la imagen</translation>
        </message>
        <message>
            <source>Add a number</source>
            <translation>Añadir un número</translation>
        </message>
        <message>
            <source>Replace the file</source>
            <translation>Reemplazar el archivo</translation>
        </message>
        <message>
            <source>Count it as failed</source>
            <translation>Contar como error</translation>
        </message>
        <message>
            <source>If file exists</source>
            <translation>Si ya existe</translation>
        </message>
        <message>
            <source>Keep watching the folders</source>
            <translation>Seguir vigilando las carpetas</translation>
        </message>
        <message>
            <source>When all is done, pictures that come later are enlarged too</source>
            <translation>Al terminar todo, también se amplían las imágenes que lleguen después</translation>
        </message>
        <message>
            <source>Add a folder of pictures, or drop one here.</source>
            <translation>Añada una carpeta de imágenes o suelte una aquí.</translation>
        </message>
        <message>
            <source>Choose a folder for the results.</source>
            <translation>Elija una carpeta para los resultados.</translation>
        </message>
        <message>
            <source>Give the folder for the results with its whole path.</source>
            <translation>Indique la carpeta de resultados con su ruta completa.</translation>
        </message>
        <message>
            <source>The smallest picture is larger than the largest.</source>
            <translation>La imagen más pequeña es mayor que la más grande.</translation>
        </message>
        <message>
            <source>There is no model for these options. Choose others in the window.</source>
            <translation>No hay ningún modelo para estas opciones. Elija otras en la ventana.</translation>
        </message>
        <message>
            <source>Results cannot be named so.</source>
            <translation>Los resultados no pueden llamarse así.</translation>
        </message>
        <message>
            <source>{0} enlarged</source>
            <translation>{0} ampliado</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Imágenes</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>Opciones</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Resultados</translation>
        </message>
        <message>
            <source>Afterwards</source>
            <translation>Después</translation>
        </message>
        <message>
            <source>As in the window</source>
            <translation>Como en la ventana</translation>
        </message>
        <message>
            <source>As in the unfinished batch</source>
            <translation>Como en el lote sin terminar</translation>
        </message>
        <message>
            <source>There is no model for what the window wants.</source>
            <translation>No hay ningún modelo para lo elegido en la ventana.</translation>
        </message>
        <message>
            <source>Progress of the batch</source>
            <translation>Progreso del lote</translation>
        </message>
        <message>
            <source>Picture under way</source>
            <translation>Imagen en curso</translation>
        </message>
        <message>
            <source>Failures</source>
            <translation>Errores</translation>
        </message>
        <message>
            <source>{0} and {1} more</source>
            <translation>{0} y {1} más</translation>
        </message>
        <message>
            <source>Preparing…</source>
            <translation>Preparando…</translation>
        </message>
        <message>
            <source>Stopping after this tile…</source>
            <translation>Deteniendo tras esta tesela…</translation>
        </message>
        <message>
            <source>Paused. What is under way is finished first.</source>
            <translation>En pausa. Lo que está en curso se termina primero.</translation>
        </message>
        <message>
            <source>Paused.</source>
            <translation>En pausa.</translation>
        </message>
        <message>
            <source>Waiting: {0}</source>
            <translation>En espera: {0}</translation>
        </message>
        <message>
            <source>{0} is tried again in {1} s: {2}</source>
            <translation>{0} se reintentará en {1} s: {2}</translation>
        </message>
        <message>
            <source>What becomes of each picture</source>
            <translation>Qué ocurre con cada imagen</translation>
        </message>
        <message>
            <source>Name of the result</source>
            <translation>Nombre del resultado</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Imagen</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Tamaño</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Resultado</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>Observaciones</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Excluido</translation>
        </message>
        <message>
            <source>about {0}</source>
            <translation>unos {0}</translation>
        </message>
        <message>
            <source>best model</source>
            <translation>mejor modelo</translation>
        </message>
        <message>
            <source>best quality</source>
            <translation>calidad óptima</translation>
        </message>
        <message>
            <source>strength {0} %</source>
            <translation>intensidad {0} %</translation>
        </message>
        <message>
            <source>sharpened for a screen</source>
            <translation>enfocado para pantalla</translation>
        </message>
        <message>
            <source>sharpened for print</source>
            <translation>enfocado para impresión</translation>
        </message>
        <message>
            <source>format as the original</source>
            <translation>formato como el original</translation>
        </message>
        <message>
            <source>lossless</source>
            <translation>sin pérdida</translation>
        </message>
        <message>
            <source>quality {0}</source>
            <translation>calidad {0}</translation>
        </message>
        <message>
            <source>{0} bits</source>
            <translation>{0} bits</translation>
        </message>
        <message>
            <source>without place</source>
            <translation>sin lugar</translation>
        </message>
        <message>
            <source>without metadata</source>
            <translation>sin metadatos</translation>
        </message>
        <message>
            <source>Enlarge</source>
            <translation>Ampliar</translation>
        </message>
        <message>
            <source>Done before</source>
            <translation>Ya hecho</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Omitir</translation>
        </message>
        <message>
            <source>Cannot</source>
            <translation>No se puede</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Hecho</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Con error</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>Omitido</translation>
        </message>
        <message>
            <source>Passed over</source>
            <translation>Ignorado</translation>
        </message>
        <message>
            <source>Not reached</source>
            <translation>No alcanzado</translation>
        </message>
        <message>
            <source>Nothing to enlarge.</source>
            <translation>Nada que ampliar.</translation>
        </message>
        <message>
            <source>{0} to make</source>
            <translation>{0} por generar</translation>
        </message>
        <message>
            <source>about {0} of {1} free</source>
            <translation>unos {0} de {1} libres</translation>
        </message>
        <message>
            <source>takes about {0}</source>
            <translation>duración aproximada: {0}</translation>
        </message>
        <message>
            <source>time unknown until the first picture is done</source>
            <translation>duración desconocida hasta terminar la primera imagen</translation>
        </message>
        <message numerus="yes">
            <source>%n done before</source>
            <translation>
                <numerusform>%n ya hecha</numerusform>
                <numerusform>%n ya hechas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n skipped</source>
            <translation>
                <numerusform>%n omitida</numerusform>
                <numerusform>%n omitidas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cannot be enlarged</source>
            <translation>
                <numerusform>%n no se puede ampliar</numerusform>
                <numerusform>%n no se pueden ampliar</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passed over</source>
            <translation>
                <numerusform>%n dejada aparte</numerusform>
                <numerusform>%n dejadas aparte</numerusform>
            </translation>
        </message>
        <message>
            <source>… and {0} more</source>
            <translation>… y {0} más</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>{0} de {1}</translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n con error</numerusform>
                <numerusform>%n con error</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n done</source>
            <translation>
                <numerusform>%n hecha</numerusform>
                <numerusform>%n hechas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not reached</source>
            <translation>
                <numerusform>%n no alcanzada</numerusform>
                <numerusform>%n no alcanzadas</numerusform>
            </translation>
        </message>
        <message>
            <source>Stopped: {0}.</source>
            <translation>Detenido: {0}.</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>Detenido.</translation>
        </message>
        <message>
            <source>Finished.</source>
            <translation>Terminado.</translation>
        </message>
        <message>
            <source>Another program is writing a batch into this folder now.</source>
            <translation>Otro programa está escribiendo ahora un lote en esta carpeta.</translation>
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
            <translation>Hay un lote sin terminar en esta carpeta ({0}).</translation>
        </message>
        <message>
            <source>Another &amp;Model</source>
            <translation>Otro &amp;modelo</translation>
        </message>
        <message>
            <source>×{0}</source>
            <translation>×{0}</translation>
        </message>
        <message>
            <source>Show differences {0} times as strong</source>
            <translation>Mostrar las diferencias {0} veces más fuertes</translation>
        </message>
        <message>
            <source>{0} pixels of the screen for one of the result</source>
            <translation>Un píxel del resultado en {0} × {0} píxeles de la pantalla</translation>
        </message>
        <message>
            <source>Cr&amp;op…</source>
            <translation>Recor&amp;tar…</translation>
        </message>
        <message>
            <source>Enlarge only a part of the picture</source>
            <translation>Ampliar solo una parte de la imagen</translation>
        </message>
        <message>
            <source>Fi&amp;ll</source>
            <translation>&amp;Rellenar</translation>
        </message>
        <message>
            <source>Fill the view with the picture</source>
            <translation>Llenar la vista con la imagen</translation>
        </message>
        <message>
            <source>{0} pixels of the screen across one of the result</source>
            <translation>Un píxel del resultado en {0} × {0} píxeles de la pantalla</translation>
        </message>
        <message>
            <source>&amp;File…</source>
            <translation>&amp;Archivo…</translation>
        </message>
        <message>
            <source>Compare with any picture file</source>
            <translation>Comparar con cualquier archivo de imagen</translation>
        </message>
        <message>
            <source>Save &amp;Visible Part…</source>
            <translation>Guardar la parte &amp;visible…</translation>
        </message>
        <message>
            <source>Save what is in view from both sides as one picture</source>
            <translation>Guardar la parte visible de ambos lados como una sola imagen</translation>
        </message>
        <message>
            <source>Save &amp;Whole Picture…</source>
            <translation>Guardar la imagen &amp;entera…</translation>
        </message>
        <message>
            <source>Save both sides as one picture, with labels</source>
            <translation>Guardar ambos lados como una sola imagen, con rótulos</translation>
        </message>
        <message>
            <source>&amp;Copy Visible Part</source>
            <translation>&amp;Copiar la parte visible</translation>
        </message>
        <message>
            <source>Copy what is in view from both sides as one picture</source>
            <translation>Copiar la parte visible de ambos lados como una sola imagen</translation>
        </message>
        <message>
            <source>C&amp;opy Whole Picture</source>
            <translation>C&amp;opiar la imagen entera</translation>
        </message>
        <message>
            <source>Copy both sides as one picture</source>
            <translation>Copiar ambos lados como una sola imagen</translation>
        </message>
        <message>
            <source>As the &amp;System Says</source>
            <translation>Según el &amp;sistema</translation>
        </message>
        <message>
            <source>Use the colour profile that the system has for this screen</source>
            <translation>Usar el perfil de color que el sistema tiene para esta pantalla</translation>
        </message>
        <message>
            <source>&amp;Profile File…</source>
            <translation>Archivo de &amp;perfil…</translation>
        </message>
        <message>
            <source>Name the colour profile of this screen</source>
            <translation>Indicar el perfil de color de esta pantalla</translation>
        </message>
        <message>
            <source>&amp;Compare With</source>
            <translation>&amp;Comparar con</translation>
        </message>
        <message>
            <source>Difference S&amp;trength</source>
            <translation>&amp;Intensidad de la diferencia</translation>
        </message>
        <message>
            <source>Loupe Si&amp;ze</source>
            <translation>Tamaño de la lu&amp;pa</translation>
        </message>
        <message>
            <source>Before &amp;and After</source>
            <translation>Antes &amp;y después</translation>
        </message>
        <message>
            <source>Screen Colou&amp;rs</source>
            <translation>Colores de pa&amp;ntalla</translation>
        </message>
        <message>
            <source>&amp;Split</source>
            <translation>&amp;Dividir</translation>
        </message>
        <message>
            <source>Both sides in one picture, with a line that you can move</source>
            <translation>Ambos lados en una imagen, con una línea que se puede mover</translation>
        </message>
        <message>
            <source>Side &amp;by Side</source>
            <translation>Lad&amp;o a lado</translation>
        </message>
        <message>
            <source>Both sides beside each other, at the same place</source>
            <translation>Ambos lados uno junto al otro, en el mismo lugar</translation>
        </message>
        <message>
            <source>Flic&amp;ker</source>
            <translation>Al&amp;ternar</translation>
        </message>
        <message>
            <source>One picture; hold the space bar to see the left side in its place</source>
            <translation>Una imagen; mantenga la barra espaciadora para ver en su lugar el lado izquierdo</translation>
        </message>
        <message>
            <source>Differ&amp;ence</source>
            <translation>Di&amp;ferencia</translation>
        </message>
        <message>
            <source>How far the sides differ, amplified</source>
            <translation>Cuánto difieren los lados, amplificado</translation>
        </message>
        <message>
            <source>Lo&amp;upe</source>
            <translation>L&amp;upa</translation>
        </message>
        <message>
            <source>Both sides magnified under the cursor</source>
            <translation>Ambos lados aumentados bajo el cursor</translation>
        </message>
        <message>
            <source>F&amp;our Panes</source>
            <translation>Cuatro vi&amp;stas</translation>
        </message>
        <message>
            <source>Four at the same place; a click on a name changes it</source>
            <translation>Cuatro del mismo lugar; haga clic en un nombre para cambiarlo</translation>
        </message>
        <message>
            <source>The usual smooth enlargement, as the paper's figures have it</source>
            <translation>La ampliación suave habitual, como en el artículo</translation>
        </message>
        <message>
            <source>A sharper enlargement without a network</source>
            <translation>Una ampliación más nítida, sin red neuronal</translation>
        </message>
        <message>
            <source>Each pixel as it is, repeated</source>
            <translation>Cada píxel tal cual, repetido</translation>
        </message>
        <message>
            <source>The picture that was opened, magnified</source>
            <translation>La imagen abierta, mostrada más grande</translation>
        </message>
        <message>
            <source>About the result</source>
            <translation>Sobre el resultado</translation>
        </message>
        <message>
            <source>Zoom In to Preview</source>
            <translation>Acercar para vista previa</translation>
        </message>
        <message>
            <source>Show the middle at 100 %</source>
            <translation>Mostrar el centro al 100 %</translation>
        </message>
        <message>
            <source>Preview New Settings</source>
            <translation>Ver con ajustes nuevos</translation>
        </message>
        <message>
            <source>Show what the present settings would make of the picture</source>
            <translation>Mostrar cómo quedaría la imagen con los ajustes actuales</translation>
        </message>
        <message>
            <source>Show Result</source>
            <translation>Mostrar resultado</translation>
        </message>
        <message>
            <source>Show what was made with the earlier settings</source>
            <translation>Mostrar lo hecho con los ajustes anteriores</translation>
        </message>
        <message>
            <source>Upscale Again</source>
            <translation>Ampliar de nuevo</translation>
        </message>
        <message>
            <source>Upscale with the present settings</source>
            <translation>Ampliar con los ajustes actuales</translation>
        </message>
        <message>
            <source>By how much differences are amplified</source>
            <translation>Cuánto se amplifican las diferencias</translation>
        </message>
        <message>
            <source>Magnification of the loupe</source>
            <translation>Aumento de la lupa</translation>
        </message>
        <message>
            <source>What the picture is compared with</source>
            <translation>Con qué se compara la imagen</translation>
        </message>
        <message>
            <source>Zoom</source>
            <translation>Zoom</translation>
        </message>
        <message>
            <source>Crop</source>
            <translation>Recortar</translation>
        </message>
        <message>
            <source>Left: {0}</source>
            <translation>Izquierda: {0}</translation>
        </message>
        <message>
            <source>{0} was not saved</source>
            <translation>{0} no se guardó</translation>
        </message>
        <message>
            <source>Choose another folder or name</source>
            <translation>Elija otra carpeta u otro nombre</translation>
        </message>
        <message>
            <source>Save before and after</source>
            <translation>Guardar antes y después</translation>
        </message>
        <message>
            <source>{0} exists already. Choose another name.</source>
            <translation>{0} ya existe. Elija otro nombre.</translation>
        </message>
        <message>
            <source>Bicubic</source>
            <translation>Bicúbica</translation>
        </message>
        <message>
            <source>Lanczos</source>
            <translation>Lanczos</translation>
        </message>
        <message>
            <source>Nearest pixel</source>
            <translation>Píxel más cercano</translation>
        </message>
        <message>
            <source>Original pixels</source>
            <translation>Píxeles originales</translation>
        </message>
        <message>
            <source>FDIWN</source>
            <translation>FDIWN</translation>
        </message>
        <message>
            <source>Compare with a file</source>
            <translation>Comparar con un archivo</translation>
        </message>
        <message>
            <source>Pictures ({0});;All files (*)</source>
            <translation>Imágenes ({0});;Todos los archivos (*)</translation>
        </message>
        <message>
            <source>Profile of the screen</source>
            <translation>Perfil de la pantalla</translation>
        </message>
        <message>
            <source>Colour profiles (*.icc *.icm);;All files (*)</source>
            <translation>Perfiles de color (*.icc *.icm);;Todos los archivos (*)</translation>
        </message>
        <message>
            <source>No other model for this scale</source>
            <translation>Ningún otro modelo para esta escala</translation>
        </message>
        <message>
            <source>Saved {0}</source>
            <translation>Guardado: {0}</translation>
        </message>
        <message>
            <source>The other model: tile {0} of {1}</source>
            <translation>El otro modelo: tesela {0} de {1}</translation>
        </message>
        <message>
            <source>Ratio of width and height</source>
            <translation>Relación entre ancho y alto</translation>
        </message>
        <message>
            <source>Turn</source>
            <translation>Girar</translation>
        </message>
        <message>
            <source>Swap width and height</source>
            <translation>Intercambiar ancho y alto</translation>
        </message>
        <message>
            <source>Size of the part</source>
            <translation>Tamaño de la parte</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Vaciar</translation>
        </message>
        <message>
            <source>Enlarge all of the picture</source>
            <translation>Ampliar toda la imagen</translation>
        </message>
        <message>
            <source>Leave everything as it was (Esc)</source>
            <translation>Dejar todo como estaba (Esc)</translation>
        </message>
        <message>
            <source>Enlarge this part only (Enter)</source>
            <translation>Ampliar solo esta parte (Intro)</translation>
        </message>
        <message>
            <source>{0} px</source>
            <translation>{0} px</translation>
        </message>
        <message>
            <source>Part to enlarge</source>
            <translation>Parte que se amplía</translation>
        </message>
        <message>
            <source>{0} pixels, {1} from the left, {2} from the top.</source>
            <translation>{0} píxeles, {1} desde la izquierda, {2} desde arriba.</translation>
        </message>
        <message>
            <source>Arrow keys move it, with Shift they resize it.</source>
            <translation>Las flechas la mueven; con Mayús cambian su tamaño.</translation>
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
            <translation>Navegador</translation>
        </message>
        <message>
            <source>Click or drag to move the view</source>
            <translation>Haga clic o arrastre para mover la vista</translation>
        </message>
        <message>
            <source>Pane {0}: {1}</source>
            <translation>Vista {0}: {1}</translation>
        </message>
        <message>
            <source>{0}. Click to choose what this pane shows.</source>
            <translation>{0}. Haga clic para elegir lo que muestra esta vista.</translation>
        </message>
        <message>
            <source>The picture cannot be shown: its file is gone</source>
            <translation>No se puede mostrar la imagen: su archivo ya no está</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>Abriendo…</translation>
        </message>
        <message>
            <source>{0}, preview</source>
            <translation>{0}, vista previa</translation>
        </message>
        <message>
            <source>FDIWN preview</source>
            <translation>Vista previa FDIWN</translation>
        </message>
        <message>
            <source>{0}, earlier settings</source>
            <translation>{0}, ajustes anteriores</translation>
        </message>
        <message>
            <source>{0}: zoom in to preview</source>
            <translation>{0}: acerque para vista previa</translation>
        </message>
        <message>
            <source>{0}: no preview</source>
            <translation>{0}: sin vista previa</translation>
        </message>
        <message>
            <source>{0} ({1} is being made…)</source>
            <translation>{0} ({1} en preparación)</translation>
        </message>
        <message>
            <source>{0} ({1}, stretched)</source>
            <translation>{0} ({1}, estirado)</translation>
        </message>
        <message>
            <source>Live preview</source>
            <translation>Vista previa en vivo</translation>
        </message>
        <message>
            <source>Preparing the network, at the first start only…</source>
            <translation>Preparando la red, solo en el primer inicio…</translation>
        </message>
        <message>
            <source>No preview</source>
            <translation>Sin vista previa</translation>
        </message>
        <message>
            <source>Preview…</source>
            <translation>Vista previa…</translation>
        </message>
        <message>
            <source>Drag, or use the arrow keys. Double click: middle.</source>
            <translation>Arrastrar o teclas de flecha. Doble clic: centro.</translation>
        </message>
        <message>
            <source>Split between {0} and {1}</source>
            <translation>División entre {0} y {1}</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>División</translation>
        </message>
        <message>
            <source>Drag or arrow keys to move, wheel to zoom, hold the space bar to see the left side</source>
            <translation>Arrastre o use las flechas para mover, la rueda para ampliar; mantenga la barra espaciadora para ver el lado izquierdo</translation>
        </message>
        <message>
            <source>{0} against {1}</source>
            <translation>{0} frente a {1}</translation>
        </message>
        <message>
            <source>Difference ×{0}</source>
            <translation>Diferencia ×{0}</translation>
        </message>
        <message>
            <source>Largest in view, as reduced: {0} of 255</source>
            <translation>Máxima visible, reducida: {0} de 255</translation>
        </message>
        <message>
            <source>Largest in view: {0} of 255</source>
            <translation>Máxima visible: {0} de 255</translation>
        </message>
        <message>
            <source>{0} or more</source>
            <translation>{0} o más</translation>
        </message>
        <message>
            <source>Drag Out</source>
            <translation>Arrastrar fuera</translation>
        </message>
        <message>
            <source>Drag the result into another program</source>
            <translation>Arrastrar el resultado a otro programa</translation>
        </message>
        <message>
            <source>Drag the result into another program or a folder; click to copy it</source>
            <translation>Arrastre el resultado a otro programa o a una carpeta; un clic lo copia</translation>
        </message>
        <message>
            <source>Preparing the file…</source>
            <translation>Preparando el archivo…</translation>
        </message>
        <message>
            <source>The file is still being prepared. Drag again in a moment.</source>
            <translation>El archivo aún se está preparando. Vuelva a arrastrar en un momento.</translation>
        </message>
        <message>
            <source>Drop to open</source>
            <translation>Soltar para abrir</translation>
        </message>
        <message>
            <source>{0} is on another computer, and this program fetches nothing by itself. Save the picture in your browser, then drop the file here.</source>
            <translation>{0} está en otro equipo, y este programa no descarga nada por sí mismo. Guarde la imagen en el navegador y suelte aquí el archivo.</translation>
        </message>
        <message>
            <source>There is no picture to paste. Copy a picture, or picture files in your file manager, and paste again.</source>
            <translation>No hay ninguna imagen que pegar. Copie una imagen, o archivos de imagen en el gestor de archivos, y pegue de nuevo.</translation>
        </message>
        <message>
            <source>The pasted picture could not be kept in {0}: {1}. Save it as a file and open that.</source>
            <translation>La imagen pegada no se pudo guardar en {0}: {1}. Guárdela como archivo y ábralo.</translation>
        </message>
        <message>
            <source>Enlarging pictures</source>
            <translation>Ampliando imágenes</translation>
        </message>
        <message>
            <source>Enlarged: {0}.</source>
            <translation>Ampliado: {0}.</translation>
        </message>
        <message>
            <source>Failed: {0}.</source>
            <translation>Con error: {0}.</translation>
        </message>
        <message>
            <source>The run has ended.</source>
            <translation>El proceso ha terminado.</translation>
        </message>
        <message>
            <source>The result is too large for the clipboard. Save it, then it can be copied as a file.</source>
            <translation>El resultado es demasiado grande para el portapapeles. Guárdelo y podrá copiarse como archivo.</translation>
        </message>
        <message>
            <source>Copied as a file; as a picture it is too large for the clipboard.</source>
            <translation>Copiado como archivo; como imagen es demasiado grande para el portapapeles.</translation>
        </message>
        <message>
            <source>Copied, as a picture and as a file.</source>
            <translation>Copiado, como imagen y como archivo.</translation>
        </message>
        <message>
            <source>Copied as a picture.</source>
            <translation>Copiado como imagen.</translation>
        </message>
        <message>
            <source>Open &amp;Recent</source>
            <translation>Abiertos &amp;recientemente</translation>
        </message>
        <message>
            <source>Nothing opened yet</source>
            <translation>Aún no se ha abierto nada</translation>
        </message>
        <message>
            <source>&amp;Clear This List</source>
            <translation>&amp;Vaciar esta lista</translation>
        </message>
        <message>
            <source>Clear the list of what was opened? The files themselves stay.</source>
            <translation>¿Vaciar la lista de lo abierto? Los archivos se conservan.</translation>
        </message>
        <message>
            <source>Check this computer</source>
            <translation>Comprobar este equipo</translation>
        </message>
        <message>
            <source>What was checked</source>
            <translation>Qué se ha comprobado</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Progreso</translation>
        </message>
        <message>
            <source>Without the names of your folders</source>
            <translation>Sin los nombres de sus carpetas</translation>
        </message>
        <message>
            <source>Copy Report</source>
            <translation>Copiar informe</translation>
        </message>
        <message>
            <source>Check Again</source>
            <translation>Comprobar de nuevo</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Detener</translation>
        </message>
        <message>
            <source>Checking… A picture that is being enlarged is finished first.</source>
            <translation>Comprobando… Si se está ampliando una imagen, primero se termina.</translation>
        </message>
        <message>
            <source>passed</source>
            <translation>correcto</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>con error</translation>
        </message>
        <message>
            <source>System</source>
            <translation>Sistema</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Versiones</translation>
        </message>
        <message>
            <source>Room</source>
            <translation>Espacio</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelos</translation>
        </message>
        <message>
            <source>Computing</source>
            <translation>Cálculo</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Archivos</translation>
        </message>
        <message>
            <source>Failed: {0}. Copy the report to ask for help.</source>
            <translation>Con error: {0}. Copie el informe para pedir ayuda.</translation>
        </message>
        <message>
            <source>Everything works on this computer.</source>
            <translation>Todo funciona en este equipo.</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Copiado</translation>
        </message>
        <message>
            <source>Operating system</source>
            <translation>Sistema operativo</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Memoria</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>Programa</translation>
        </message>
        <message>
            <source>Free memory</source>
            <translation>Memoria libre</translation>
        </message>
        <message>
            <source>Free disk for unfinished work</source>
            <translation>Disco libre para trabajo sin terminar</translation>
        </message>
        <message>
            <source>Processor</source>
            <translation>Procesador</translation>
        </message>
        <message>
            <source>Camera raw</source>
            <translation>RAW de cámara</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Detenido</translation>
        </message>
        <message>
            <source>Something went wrong inside {0}.</source>
            <translation>Algo ha fallado dentro de {0}.</translation>
        </message>
        <message>
            <source>Your files are unharmed, and you can probably go on. The details are in the log file {0}.</source>
            <translation>Sus archivos están intactos y probablemente puede continuar. Los detalles están en el archivo de registro {0}.</translation>
        </message>
        <message>
            <source>&amp;Copy Report</source>
            <translation>&amp;Copiar informe</translation>
        </message>
        <message>
            <source>With the details and this system, to send to somebody who helps</source>
            <translation>Con los detalles y este sistema, para quien le ayude</translation>
        </message>
        <message>
            <source>Fetch a model</source>
            <translation>Descargar un modelo</translation>
        </message>
        <message>
            <source>Download</source>
            <translation>Descargar</translation>
        </message>
        <message>
            <source>From</source>
            <translation>De</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Licencia</translation>
        </message>
        <message>
            <source>Get Them…</source>
            <translation>Obtener…</translation>
        </message>
        <message>
            <source>Download it; you see the terms first</source>
            <translation>Descargarlo; antes verá las condiciones</translation>
        </message>
        <message>
            <source>Import Model…</source>
            <translation>Importar modelo…</translation>
        </message>
        <message>
            <source>A model file you have; other networks too (.safetensors, .pth, .ckpt, ONNX, TorchScript, torch.export)</source>
            <translation>Un archivo de modelo que tenga; también otras redes (.safetensors, .pth, .ckpt, ONNX, TorchScript, torch.export)</translation>
        </message>
        <message>
            <source>Verify All</source>
            <translation>Verificar todo</translation>
        </message>
        <message>
            <source>Compare every file with its checksum</source>
            <translation>Comparar cada archivo con su suma de control</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Quitar…</translation>
        </message>
        <message>
            <source>Delete the file of this model</source>
            <translation>Eliminar el archivo de este modelo</translation>
        </message>
        <message>
            <source>Installed</source>
            <translation>Instalado</translation>
        </message>
        <message>
            <source>Not installed</source>
            <translation>No instalado</translation>
        </message>
        <message>
            <source>Remove the model {0}? Its file is deleted.</source>
            <translation>¿Quitar el modelo {0}? Su archivo se eliminará.</translation>
        </message>
        <message>
            <source>Intact</source>
            <translation>Intacto</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>Dañado</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modelo</translation>
        </message>
        <message>
            <source>Good for</source>
            <translation>Útil para</translation>
        </message>
        <message>
            <source>&amp;Open…</source>
            <translation>&amp;Abrir…</translation>
        </message>
        <message>
            <source>Open pictures</source>
            <translation>Abrir imágenes</translation>
        </message>
        <message>
            <source>Open &amp;Folder…</source>
            <translation>Abrir &amp;carpeta…</translation>
        </message>
        <message>
            <source>Open every picture in a folder</source>
            <translation>Abrir todas las imágenes de una carpeta</translation>
        </message>
        <message>
            <source>&amp;Save…</source>
            <translation>&amp;Guardar…</translation>
        </message>
        <message>
            <source>Save the enlarged picture</source>
            <translation>Guardar la imagen ampliada</translation>
        </message>
        <message>
            <source>Save &amp;All…</source>
            <translation>Guardar &amp;todo…</translation>
        </message>
        <message>
            <source>Save all enlarged pictures into one folder</source>
            <translation>Guardar todas las imágenes ampliadas en una carpeta</translation>
        </message>
        <message>
            <source>&amp;Remove from List</source>
            <translation>&amp;Quitar de la lista</translation>
        </message>
        <message>
            <source>The file itself stays</source>
            <translation>El archivo permanece</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Salir</translation>
        </message>
        <message>
            <source>Close the window</source>
            <translation>Cerrar la ventana</translation>
        </message>
        <message>
            <source>&amp;Upscale</source>
            <translation>&amp;Ampliar</translation>
        </message>
        <message>
            <source>Enlarge what is selected</source>
            <translation>Ampliar lo seleccionado</translation>
        </message>
        <message>
            <source>Ups&amp;cale All</source>
            <translation>Amp&amp;liar todo</translation>
        </message>
        <message>
            <source>Enlarge all that is not enlarged yet</source>
            <translation>Ampliar todo lo que aún no está ampliado</translation>
        </message>
        <message>
            <source>Stop &amp;All</source>
            <translation>D&amp;etener todo</translation>
        </message>
        <message>
            <source>Stop enlarging</source>
            <translation>Detener la ampliación</translation>
        </message>
        <message>
            <source>&amp;Fit</source>
            <translation>A&amp;justar</translation>
        </message>
        <message>
            <source>Show the whole picture</source>
            <translation>Mostrar la imagen entera</translation>
        </message>
        <message>
            <source>&amp;100 %</source>
            <translation>&amp;100 %</translation>
        </message>
        <message>
            <source>One pixel of the result on one pixel of the screen</source>
            <translation>Un píxel del resultado en un píxel de la pantalla</translation>
        </message>
        <message>
            <source>Zoom &amp;In</source>
            <translation>&amp;Acercar</translation>
        </message>
        <message>
            <source>Show the picture larger</source>
            <translation>Mostrar la imagen más grande</translation>
        </message>
        <message>
            <source>Zoom &amp;Out</source>
            <translation>A&amp;lejar</translation>
        </message>
        <message>
            <source>Show the picture smaller</source>
            <translation>Mostrar la imagen más pequeña</translation>
        </message>
        <message>
            <source>Live &amp;Preview</source>
            <translation>&amp;Vista previa en vivo</translation>
        </message>
        <message>
            <source>Enlarge what is in view at once, without a file</source>
            <translation>Ampliar al momento la parte visible, sin archivo</translation>
        </message>
        <message>
            <source>&amp;About {0}</source>
            <translation>A&amp;cerca de {0}</translation>
        </message>
        <message>
            <source>Version, licence and paper</source>
            <translation>Versión, licencia y artículo</translation>
        </message>
        <message>
            <source>&amp;Models…</source>
            <translation>&amp;Modelos…</translation>
        </message>
        <message>
            <source>What is installed, what it is good for, and what you can get</source>
            <translation>Qué hay instalado, para qué sirve y qué puede obtener</translation>
        </message>
        <message>
            <source>&amp;Import Model…</source>
            <translation>&amp;Importar modelo…</translation>
        </message>
        <message>
            <source>Use a model file you have</source>
            <translation>Usar un archivo de modelo que tenga</translation>
        </message>
        <message>
            <source>Get the Authors' &amp;Weights…</source>
            <translation>&amp;Obtener los pesos de los autores…</translation>
        </message>
        <message>
            <source>Download the paper's models, which are sharper; you see the terms first</source>
            <translation>Descargar los modelos del artículo, más nítidos; antes verá las condiciones</translation>
        </message>
        <message>
            <source>&amp;Check This Computer…</source>
            <translation>Comprobar este &amp;equipo…</translation>
        </message>
        <message>
            <source>Test models, computing and files, and report</source>
            <translation>Probar modelos, cálculo y archivos, con un informe</translation>
        </message>
        <message>
            <source>&amp;Batch…</source>
            <translation>Procesar por &amp;lotes…</translation>
        </message>
        <message>
            <source>Enlarge whole folders of pictures</source>
            <translation>Ampliar carpetas enteras de imágenes</translation>
        </message>
        <message>
            <source>{0} (original authors)</source>
            <translation>{0} (autores originales)</translation>
        </message>
        <message>
            <source>{0} (included)</source>
            <translation>{0} (incluido)</translation>
        </message>
        <message>
            <source>Comparison with other networks</source>
            <translation>Comparación con otras redes</translation>
        </message>
        <message>
            <source>Your own; its quality is not known here</source>
            <translation>Modelo suyo; aquí no se conoce su calidad</translation>
        </message>
        <message>
            <source>Sharp photographs, finest edges</source>
            <translation>Fotografías nítidas, bordes más finos</translation>
        </message>
        <message>
            <source>Sharp photographs</source>
            <translation>Fotografías nítidas</translation>
        </message>
        <message>
            <source>None given</source>
            <translation>No indicada</translation>
        </message>
        <message>
            <source>The weights are not part of this program. Their authors gave them no licence: whether you may use them, above all commercially, is for you to judge.</source>
            <translation>Los pesos no forman parte de este programa. Sus autores no les dieron licencia: si puede usarlos, sobre todo comercialmente, debe juzgarlo usted.</translation>
        </message>
        <message>
            <source>Another network ({0}), for comparison. Each tile is enlarged for itself.</source>
            <translation>Otra red ({0}), para comparar. Cada tesela se amplía por separado.</translation>
        </message>
        <message>
            <source>Another network ({0}), for comparison.</source>
            <translation>Otra red ({0}), para comparar.</translation>
        </message>
        <message>
            <source>For sharp photographs; it mends no blur.</source>
            <translation>Para fotografías nítidas; no corrige lo borroso.</translation>
        </message>
        <message>
            <source>{0:.2f} dB on {1}</source>
            <translation>{0:.2f} dB en {1}</translation>
        </message>
        <message>
            <source>PSNR-Y: {0}.</source>
            <translation>PSNR-Y: {0}.</translation>
        </message>
        <message>
            <source>The original authors' is {0} dB better.</source>
            <translation>El de los autores originales es {0} dB mejor.</translation>
        </message>
        <message>
            <source>By {0}</source>
            <translation>De {0}</translation>
        </message>
        <message>
            <source>Our own</source>
            <translation>Modelo propio</translation>
        </message>
        <message>
            <source>Our own; the original authors' is sharper</source>
            <translation>Modelo propio; el de los autores es más nítido</translation>
        </message>
        <message>
            <source>inch</source>
            <translation>pulgadas</translation>
        </message>
        <message>
            <source>cm</source>
            <translation>cm</translation>
        </message>
        <message numerus="yes">
            <source>%n pictures</source>
            <translation>
                <numerusform>%n imagen</numerusform>
                <numerusform>%n imágenes</numerusform>
            </translation>
        </message>
        <message>
            <source>a few seconds left</source>
            <translation>quedan unos segundos</translation>
        </message>
        <message>
            <source>about {0} s left</source>
            <translation>quedan unos {0} s</translation>
        </message>
        <message>
            <source>about {0} min left</source>
            <translation>quedan unos {0} min</translation>
        </message>
        <message>
            <source>The model {0} is ready to use.</source>
            <translation>El modelo {0} está listo para usar.</translation>
        </message>
        <message>
            <source>Destination</source>
            <translation>Destino</translation>
        </message>
        <message>
            <source>Don't save automatically</source>
            <translation>No guardar automáticamente</translation>
        </message>
        <message>
            <source>Next to the original</source>
            <translation>Junto al original</translation>
        </message>
        <message>
            <source>Into a folder</source>
            <translation>En una carpeta</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Carpeta</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>Preguntar</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Dispositivo</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automático</translation>
        </message>
        <message>
            <source>Processor (CPU)</source>
            <translation>Procesador (CPU)</translation>
        </message>
        <message>
            <source>Any GPU</source>
            <translation>Cualquier GPU</translation>
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
            <translation>Se sabrá tras la primera imagen o cuando mire aquí.</translation>
        </message>
        <message>
            <source>What will be used</source>
            <translation>Qué se usará</translation>
        </message>
        <message>
            <source>Check this computer…</source>
            <translation>Comprobar este equipo…</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>Precisión</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Comprobando…</translation>
        </message>
        <message>
            <source>It is not there: choose another device.</source>
            <translation>No está: elija otro dispositivo.</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>No está</translation>
        </message>
        <message>
            <source>{0} does not compute in it</source>
            <translation>{0} no calcula así</translation>
        </message>
        <message>
            <source>This installation cannot use one</source>
            <translation>Esta instalación no puede usar ninguna</translation>
        </message>
        <message>
            <source>It was tried, and is not used: {0}</source>
            <translation>Se ha probado y no se usa: {0}</translation>
        </message>
        <message>
            <source>There is none in this computer</source>
            <translation>Este equipo no tiene ninguna</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message numerus="yes">
            <source>%n threads</source>
            <translation>
                <numerusform>%n hilo</numerusform>
                <numerusform>%n hilos</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} of memory</source>
            <translation>{0} de memoria</translation>
        </message>
        <message>
            <source>It does not compute in {0}: choose another precision.</source>
            <translation>No calcula en {0}: elija otra precisión.</translation>
        </message>
        <message>
            <source>No faster GPU was found.</source>
            <translation>No se ha encontrado ninguna GPU más rápida.</translation>
        </message>
        <message>
            <source>In a trial it was {0} times as fast as the processor.</source>
            <translation>En una prueba fue {0} veces más rápida que el procesador.</translation>
        </message>
        <message>
            <source>A GPU is many times as fast as a CPU.</source>
            <translation>Una GPU es muchas veces más rápida que una CPU.</translation>
        </message>
        <message>
            <source>Full precision.</source>
            <translation>Precisión completa.</translation>
        </message>
        <message>
            <source>It computes in {0} by itself, which is faster and costs less than {1} dB.</source>
            <translation>Calcula por sí mismo en {0}, que es más rápido y cuesta menos de {1} dB.</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Archivo</translation>
        </message>
        <message>
            <source>As the original</source>
            <translation>Como el original</translation>
        </message>
        <message>
            <source>Quality of the file</source>
            <translation>Calidad del archivo</translation>
        </message>
        <message>
            <source>Without any loss</source>
            <translation>Sin pérdida alguna</translation>
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
            <translation>Profundidad del original</translation>
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
            <translation>Conservar</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ninguno</translation>
        </message>
        <message>
            <source>White</source>
            <translation>Blanco</translation>
        </message>
        <message>
            <source>Black</source>
            <translation>Negro</translation>
        </message>
        <message>
            <source>Background</source>
            <translation>Fondo</translation>
        </message>
        <message>
            <source>Laid under what is transparent; JPEG has no transparency</source>
            <translation>Se pone bajo lo transparente; JPEG no tiene transparencia</translation>
        </message>
        <message>
            <source>Choose a background colour</source>
            <translation>Elegir un color de fondo</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Formato</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>Calidad</translation>
        </message>
        <message>
            <source>Depth</source>
            <translation>Profundidad</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Colores</translation>
        </message>
        <message>
            <source>Colour space</source>
            <translation>Espacio de color</translation>
        </message>
        <message>
            <source>Colour under what is transparent</source>
            <translation>Color bajo lo transparente</translation>
        </message>
        <message>
            <source>What was enlarged in 8 bits gets finer steps only by enlarging it again</source>
            <translation>Lo que se amplió en 8 bits solo tendrá pasos más finos si se amplía de nuevo</translation>
        </message>
        <message>
            <source>{0} cannot hold 16 bits</source>
            <translation>{0} no admite 16 bits</translation>
        </message>
        <message>
            <source>without loss</source>
            <translation>sin pérdida</translation>
        </message>
        <message>
            <source>{0} bit</source>
            <translation>{0} bits</translation>
        </message>
        <message>
            <source>Metadata</source>
            <translation>Metadatos</translation>
        </message>
        <message>
            <source>Keep everything</source>
            <translation>Conservar todo</translation>
        </message>
        <message>
            <source>Remove location (GPS)</source>
            <translation>Quitar ubicación (GPS)</translation>
        </message>
        <message>
            <source>Keep only colour profile and resolution</source>
            <translation>Conservar solo perfil de color y resolución</translation>
        </message>
        <message>
            <source>Record software and model in metadata</source>
            <translation>Anotar programa y modelo en los metadatos</translation>
        </message>
        <message>
            <source>A line in the metadata of the result: how it was made, and how much larger</source>
            <translation>Una línea en los metadatos del resultado: cómo se hizo y cuánto más grande es</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>Conservados</translation>
        </message>
        <message>
            <source>Without GPS</source>
            <translation>Sin GPS</translation>
        </message>
        <message>
            <source>Removed</source>
            <translation>Quitados</translation>
        </message>
        <message>
            <source>Strength and Sharpening</source>
            <translation>Intensidad y enfoque</translation>
        </message>
        <message>
            <source>{0} %</source>
            <translation>{0} %</translation>
        </message>
        <message>
            <source>Strength</source>
            <translation>Intensidad</translation>
        </message>
        <message>
            <source>0 % is the plain bicubic enlargement, 100 % the network's</source>
            <translation>0 % es la ampliación bicúbica simple; 100 %, la de la red</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>No</translation>
        </message>
        <message>
            <source>Screen</source>
            <translation>Pantalla</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Impresión</translation>
        </message>
        <message>
            <source>No sharpening</source>
            <translation>Sin enfoque</translation>
        </message>
        <message>
            <source>Sharpen for a screen</source>
            <translation>Enfocar para pantalla</translation>
        </message>
        <message>
            <source>Sharpen for print</source>
            <translation>Enfocar para impresión</translation>
        </message>
        <message>
            <source>Amount of sharpening</source>
            <translation>Cantidad de enfoque</translation>
        </message>
        <message>
            <source>100 % is usual. Leave it off for a picture that you edit further.</source>
            <translation>Lo habitual es 100 %. No lo use si va a seguir editando la imagen.</translation>
        </message>
        <message>
            <source>Sharpen</source>
            <translation>Enfocar</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>Cantidad</translation>
        </message>
        <message>
            <source>What cannot work</source>
            <translation>Lo que no es posible</translation>
        </message>
        <message>
            <source>What to know</source>
            <translation>Lo que conviene saber</translation>
        </message>
        <message>
            <source>What it takes</source>
            <translation>Duración y volumen</translation>
        </message>
        <message>
            <source>Upscale</source>
            <translation>Ampliar</translation>
        </message>
        <message>
            <source>Upscale All</source>
            <translation>Ampliar todo</translation>
        </message>
        <message>
            <source>Saved before, with other options than these.</source>
            <translation>Ya guardado, con otras opciones que estas.</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Guardar…</translation>
        </message>
        <message>
            <source>Upscale {0}</source>
            <translation>Ampliar {0}</translation>
        </message>
        <message numerus="yes">
            <source>Upscale All (%n)</source>
            <translation>
                <numerusform>Ampliar todo (%n)</numerusform>
                <numerusform>Ampliar todo (%n)</numerusform>
            </translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Deteniendo…</translation>
        </message>
        <message>
            <source>Paused at {0} %</source>
            <translation>En pausa al {0} %</translation>
        </message>
        <message>
            <source>{0} %, {1}</source>
            <translation>{0} %, {1}</translation>
        </message>
        <message numerus="yes">
            <source>{0} of %n pictures</source>
            <translation>
                <numerusform>{0} de %n imagen</numerusform>
                <numerusform>{0} de %n imágenes</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} of {1} pictures are done, {2} of them failed</source>
            <translation>{0} de {1} imágenes terminadas, {2} de ellas con error</translation>
        </message>
        <message>
            <source>{0} MP in all</source>
            <translation>{0} MP en total</translation>
        </message>
        <message>
            <source>The original authors' weights are sharper, but have no licence: whether you may use them is for you to judge.</source>
            <translation>Los pesos de los autores originales son más nítidos, pero no tienen licencia: si puede usarlos, debe juzgarlo usted.</translation>
        </message>
        <message>
            <source>Download the paper's model; you see the terms first</source>
            <translation>Descargar el modelo del artículo; antes verá las condiciones</translation>
        </message>
        <message>
            <source>Get the original authors' weights…</source>
            <translation>Obtener los pesos de los autores originales…</translation>
        </message>
        <message>
            <source>Models…</source>
            <translation>Modelos…</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>Best</source>
            <translation>Óptima</translation>
        </message>
        <message>
            <source>Normal quality</source>
            <translation>Calidad normal</translation>
        </message>
        <message>
            <source>Best quality</source>
            <translation>Calidad óptima</translation>
        </message>
        <message>
            <source>Slightly cleaner, about 16 times slower.</source>
            <translation>Algo más limpio, unas 16 veces más lento.</translation>
        </message>
        <message>
            <source>The best for each step</source>
            <translation>El mejor para cada paso</translation>
        </message>
        <message numerus="yes">
            <source>%n models on this computer</source>
            <translation>
                <numerusform>%n modelo en este equipo</numerusform>
                <numerusform>%n modelos en este equipo</numerusform>
            </translation>
        </message>
        <message>
            <source>Enlarges in steps, then reduces to the exact size.</source>
            <translation>Amplía por pasos y luego reduce al tamaño exacto.</translation>
        </message>
        <message>
            <source>best</source>
            <translation>calidad óptima</translation>
        </message>
        <message>
            <source>Fetch…</source>
            <translation>Descargar…</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Importar…</translation>
        </message>
        <message>
            <source>There is no model for {0}× on this computer yet. Fetch the one of the paper, or import a file you have.</source>
            <translation>Aún no hay ningún modelo para {0}× en este equipo. Descargue el del artículo o importe un archivo que tenga.</translation>
        </message>
        <message>
            <source>Insert a part of the name</source>
            <translation>Insertar una parte del nombre</translation>
        </message>
        <message>
            <source>Name of the original</source>
            <translation>Nombre del original</translation>
        </message>
        <message>
            <source>How many times larger</source>
            <translation>Cuántas veces más grande</translation>
        </message>
        <message>
            <source>Width in pixels</source>
            <translation>Ancho en píxeles</translation>
        </message>
        <message>
            <source>Height in pixels</source>
            <translation>Alto en píxeles</translation>
        </message>
        <message>
            <source>Date of today</source>
            <translation>Fecha de hoy</translation>
        </message>
        <message>
            <source>a whole number from {0} to {1}</source>
            <translation>un número entero de {0} a {1}</translation>
        </message>
        <message>
            <source>from {0} to {1}</source>
            <translation>de {0} a {1}</translation>
        </message>
        <message>
            <source>{0} is not possible here: {1}. {2} stays in force.</source>
            <translation>{0} no es posible aquí: {1}. Se mantiene {2}.</translation>
        </message>
        <message>
            <source>Only for {0}</source>
            <translation>Solo para {0}</translation>
        </message>
        <message>
            <source>Back to all pictures</source>
            <translation>Volver a todas las imágenes</translation>
        </message>
        <message>
            <source>Written as {0}: {1}</source>
            <translation>Se escribe como {0}: {1}</translation>
        </message>
        <message>
            <source>The chosen device is not in this computer</source>
            <translation>El dispositivo elegido no está en este equipo</translation>
        </message>
        <message>
            <source>Choose Automatic under Device</source>
            <translation>Elija «Automático» en «Dispositivo»</translation>
        </message>
        <message>
            <source>{0} does not compute in {1}</source>
            <translation>{0} no calcula en {1}</translation>
        </message>
        <message>
            <source>Choose another precision</source>
            <translation>Elija otra precisión</translation>
        </message>
        <message>
            <source>There is no model {0} on this computer</source>
            <translation>No hay ningún modelo {0} en este equipo</translation>
        </message>
        <message>
            <source>Choose another model</source>
            <translation>Elija otro modelo</translation>
        </message>
        <message>
            <source>There is no model for {0}× on this computer</source>
            <translation>No hay ningún modelo para {0}× en este equipo</translation>
        </message>
        <message>
            <source>Fetch or import one, or choose another size</source>
            <translation>Descargue o importe uno, o elija otro tamaño</translation>
        </message>
        <message>
            <source>That is {0} times as large, and enlarging ends at 16 times</source>
            <translation>Es {0} veces más grande, y la ampliación llega hasta 16 veces</translation>
        </message>
        <message>
            <source>Choose a smaller size</source>
            <translation>Elija un tamaño menor</translation>
        </message>
        <message>
            <source>Already larger than this</source>
            <translation>Ya es mayor</translation>
        </message>
        <message>
            <source>That is {0} times as large, and enlarging begins at 1.1 times</source>
            <translation>Es {0} veces el tamaño, y la ampliación empieza en 1,1 veces</translation>
        </message>
        <message>
            <source>Choose a larger size</source>
            <translation>Elija un tamaño mayor</translation>
        </message>
        <message>
            <source>{0} ends at {1} pixels a side</source>
            <translation>{0} llega hasta {1} píxeles por lado</translation>
        </message>
        <message>
            <source>{0} is never lossless</source>
            <translation>{0} nunca es sin pérdida</translation>
        </message>
        <message>
            <source>Choose PNG or TIFF, or a smaller size</source>
            <translation>Elija PNG o TIFF, o un tamaño menor</translation>
        </message>
        <message>
            <source>Choose PNG or TIFF</source>
            <translation>Elija PNG o TIFF</translation>
        </message>
        <message>
            <source>Choose PNG, TIFF, WebP or AVIF</source>
            <translation>Elija PNG, TIFF, WebP o AVIF</translation>
        </message>
        <message>
            <source>Choose a background, or another format</source>
            <translation>Elija un fondo u otro formato</translation>
        </message>
        <message>
            <source>{0} cannot hold transparency</source>
            <translation>{0} no admite transparencia</translation>
        </message>
        <message>
            <source>The picture is grey, and the background is not</source>
            <translation>La imagen es gris y el fondo no</translation>
        </message>
        <message>
            <source>Choose a grey background</source>
            <translation>Elija un fondo gris</translation>
        </message>
        <message>
            <source>No folder is chosen for the results</source>
            <translation>No se ha elegido carpeta para los resultados</translation>
        </message>
        <message>
            <source>Choose one</source>
            <translation>Elija una</translation>
        </message>
        <message>
            <source>There is no folder {0}</source>
            <translation>No existe la carpeta {0}</translation>
        </message>
        <message>
            <source>Choose another folder</source>
            <translation>Elija otra carpeta</translation>
        </message>
        <message>
            <source>The folder {0} cannot be written to</source>
            <translation>No se puede escribir en la carpeta {0}</translation>
        </message>
        <message>
            <source>The name is taken; the result gets a number</source>
            <translation>El nombre ya existe; el resultado llevará un número</translation>
        </message>
        <message>
            <source>The result would replace the original itself</source>
            <translation>El resultado reemplazaría al propio original</translation>
        </message>
        <message>
            <source>Add something to the name, such as {scale}x</source>
            <translation>Añada algo al nombre, como {scale}x</translation>
        </message>
        <message>
            <source>Two results would have the same name, {0}</source>
            <translation>Dos resultados tendrían el mismo nombre, {0}</translation>
        </message>
        <message>
            <source>Choose to add a number, or put {name} into the name</source>
            <translation>Elija añadir un número o ponga {name} en el nombre</translation>
        </message>
        <message>
            <source>A file of this name will be replaced</source>
            <translation>Se reemplazará un archivo con este nombre</translation>
        </message>
        <message>
            <source>All results together may not fit onto the disk of {0}</source>
            <translation>Es posible que todos los resultados no quepan en el disco de {0}</translation>
        </message>
        <message>
            <source>Save and remove some in between</source>
            <translation>Guarde y quite algunos mientras tanto</translation>
        </message>
        <message>
            <source>The results may not fit into {0}</source>
            <translation>Es posible que los resultados no quepan en {0}</translation>
        </message>
        <message>
            <source>Free some space</source>
            <translation>Libere espacio</translation>
        </message>
        <message>
            <source>It takes about {0} on the disk, and {1} are free</source>
            <translation>Ocupa unos {0} en el disco, y hay {1} libres</translation>
        </message>
        <message>
            <source>Free some space, or choose a smaller size</source>
            <translation>Libere espacio o elija un tamaño menor</translation>
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
            <translation>Omitido: {0}. {1}</translation>
        </message>
        <message numerus="yes">
            <source>{0} and %n more</source>
            <translation>
                <numerusform>{0} y %n más</numerusform>
                <numerusform>{0} y %n más</numerusform>
            </translation>
        </message>
        <message>
            <source>Time unknown until the first picture is done</source>
            <translation>Duración desconocida hasta terminar la primera imagen</translation>
        </message>
        <message>
            <source>Takes about {0}</source>
            <translation>Duración aproximada: {0}</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Preajuste</translation>
        </message>
        <message>
            <source>Look after presets</source>
            <translation>Gestionar los preajustes</translation>
        </message>
        <message>
            <source>Save, rename or delete a preset</source>
            <translation>Guardar, renombrar o eliminar un preajuste</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Bring back the options from before</source>
            <translation>Recuperar las opciones anteriores</translation>
        </message>
        <message>
            <source>Reset All Options</source>
            <translation>Restablecer opciones</translation>
        </message>
        <message>
            <source>Save as a Preset…</source>
            <translation>Guardar como preajuste…</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>Renombrar…</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>Eliminar…</translation>
        </message>
        <message>
            <source>Custom</source>
            <translation>Personalizado</translation>
        </message>
        <message>
            <source>All options were reset.</source>
            <translation>Todas las opciones restablecidas.</translation>
        </message>
        <message>
            <source>Save as a preset</source>
            <translation>Guardar como preajuste</translation>
        </message>
        <message>
            <source>Name of the preset</source>
            <translation>Nombre del preajuste</translation>
        </message>
        <message>
            <source>There is a preset {0}. Replace it?</source>
            <translation>Ya hay un preajuste {0}. ¿Reemplazarlo?</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>Reemplazar</translation>
        </message>
        <message>
            <source>Rename a preset</source>
            <translation>Renombrar un preajuste</translation>
        </message>
        <message>
            <source>Delete the preset {0}?</source>
            <translation>¿Eliminar el preajuste {0}?</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Eliminar</translation>
        </message>
        <message>
            <source>{0} replaced your options.</source>
            <translation>{0} ha reemplazado sus opciones.</translation>
        </message>
        <message>
            <source>Applies when saved, also to finished results.</source>
            <translation>Se aplica al guardar, también a resultados ya terminados.</translation>
        </message>
        <message>
            <source>Enlarge {0} times</source>
            <translation>Ampliar {0} veces</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Otro</translation>
        </message>
        <message>
            <source>Another size</source>
            <translation>Otro tamaño</translation>
        </message>
        <message>
            <source>By a factor</source>
            <translation>Por un factor</translation>
        </message>
        <message>
            <source>To fit width and height</source>
            <translation>Ajustar a ancho y alto</translation>
        </message>
        <message>
            <source>To a width</source>
            <translation>A un ancho</translation>
        </message>
        <message>
            <source>To a height</source>
            <translation>A un alto</translation>
        </message>
        <message>
            <source>To a long edge</source>
            <translation>A un lado largo</translation>
        </message>
        <message>
            <source>To a short edge</source>
            <translation>A un lado corto</translation>
        </message>
        <message>
            <source>To megapixels</source>
            <translation>A megapíxeles</translation>
        </message>
        <message>
            <source>For a print</source>
            <translation>Para imprimir</translation>
        </message>
        <message>
            <source>Kind of size</source>
            <translation>Tipo de tamaño</translation>
        </message>
        <message>
            <source>Factor</source>
            <translation>Factor</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>Ancho</translation>
        </message>
        <message>
            <source>Height</source>
            <translation>Alto</translation>
        </message>
        <message>
            <source>Edge</source>
            <translation>Lado</translation>
        </message>
        <message>
            <source>Megapixels</source>
            <translation>Megapíxeles</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>Papel</translation>
        </message>
        <message>
            <source>Width of the print</source>
            <translation>Ancho de la impresión</translation>
        </message>
        <message>
            <source>Height of the print</source>
            <translation>Alto de la impresión</translation>
        </message>
        <message>
            <source>mm</source>
            <translation>mm</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unidad</translation>
        </message>
        <message>
            <source>Pixels per inch</source>
            <translation>Píxeles por pulgada</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>Resolución</translation>
        </message>
        <message>
            <source>ppi</source>
            <translation>ppp</translation>
        </message>
        <message>
            <source>{0} px, short edge</source>
            <translation>{0} px, lado corto</translation>
        </message>
        <message>
            <source>{0} px, long edge</source>
            <translation>{0} px, lado largo</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Deshacer</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>Re&amp;hacer</translation>
        </message>
        <message>
            <source>Take back the last change of the list</source>
            <translation>Deshacer el último cambio de la lista</translation>
        </message>
        <message>
            <source>Make the change of the list again</source>
            <translation>Rehacer el cambio de la lista</translation>
        </message>
        <message>
            <source>Select &amp;All Pictures</source>
            <translation>&amp;Seleccionar todas las imágenes</translation>
        </message>
        <message>
            <source>Select the whole list</source>
            <translation>Seleccionar toda la lista</translation>
        </message>
        <message>
            <source>Upscale S&amp;elected</source>
            <translation>Ampliar la &amp;selección</translation>
        </message>
        <message>
            <source>Enlarge the selected pictures only</source>
            <translation>Ampliar solo las imágenes seleccionadas</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>&amp;Pausar</translation>
        </message>
        <message>
            <source>Finish the present tile, then wait</source>
            <translation>Terminar la tesela actual y luego esperar</translation>
        </message>
        <message>
            <source>&amp;Stop Selected</source>
            <translation>&amp;Detener la selección</translation>
        </message>
        <message>
            <source>Stop enlarging the selected pictures</source>
            <translation>Detener la ampliación de las imágenes seleccionadas</translation>
        </message>
        <message>
            <source>&amp;Try Again</source>
            <translation>&amp;Reintentar</translation>
        </message>
        <message>
            <source>Try again what failed among the selected pictures</source>
            <translation>Reintentar las fallidas entre las imágenes seleccionadas</translation>
        </message>
        <message>
            <source>Try All &amp;Failed Again</source>
            <translation>Reintentar &amp;todas las fallidas</translation>
        </message>
        <message>
            <source>Try again whatever failed</source>
            <translation>Reintentar todo lo que falló</translation>
        </message>
        <message>
            <source>Mo&amp;ve Up</source>
            <translation>Su&amp;bir</translation>
        </message>
        <message>
            <source>Enlarge the selected pictures earlier</source>
            <translation>Ampliar antes las imágenes seleccionadas</translation>
        </message>
        <message>
            <source>Move &amp;Down</source>
            <translation>Ba&amp;jar</translation>
        </message>
        <message>
            <source>Enlarge the selected pictures later</source>
            <translation>Ampliar después las imágenes seleccionadas</translation>
        </message>
        <message>
            <source>&amp;Give Own Options</source>
            <translation>Dar op&amp;ciones propias</translation>
        </message>
        <message>
            <source>The selected pictures keep the present options, whatever is chosen later</source>
            <translation>Las imágenes seleccionadas mantienen las opciones actuales, se elija lo que se elija después</translation>
        </message>
        <message>
            <source>Use Shared &amp;Options</source>
            <translation>Usar &amp;opciones compartidas</translation>
        </message>
        <message>
            <source>The selected pictures have no options of their own</source>
            <translation>Las imágenes seleccionadas no tienen opciones propias</translation>
        </message>
        <message>
            <source>C&amp;lear Saved</source>
            <translation>Quitar las g&amp;uardadas</translation>
        </message>
        <message>
            <source>Take off the list what is saved; the files stay</source>
            <translation>Quitar de la lista lo guardado; los archivos permanecen</translation>
        </message>
        <message>
            <source>{0} has been worked on for {1}, and would begin anew. Stop it?</source>
            <translation>{0} lleva {1} en proceso y tendría que empezar de nuevo. ¿Detenerlo?</translation>
        </message>
        <message>
            <source>Resu&amp;me</source>
            <translation>Rea&amp;nudar</translation>
        </message>
        <message>
            <source>Go on enlarging</source>
            <translation>Seguir ampliando</translation>
        </message>
        <message>
            <source>Discarded. Undo in the menu Edit brings it back, until the window is closed.</source>
            <translation>Descartado. Deshacer, en el menú Edición, lo recupera mientras la ventana siga abierta.</translation>
        </message>
        <message>
            <source>Remove {0}</source>
            <translation>quitar {0}</translation>
        </message>
        <message>
            <source>Clear {0}</source>
            <translation>limpiar {0}</translation>
        </message>
        <message>
            <source>Move {0}</source>
            <translation>mover {0}</translation>
        </message>
        <message>
            <source>Options of {0}</source>
            <translation>opciones de {0}</translation>
        </message>
        <message>
            <source>Crop of {0}</source>
            <translation>Recorte de {0}</translation>
        </message>
        <message>
            <source>Enlarge {0} again</source>
            <translation>ampliar de nuevo {0}</translation>
        </message>
        <message>
            <source>Crop {0}</source>
            <translation>Recorte {0}</translation>
        </message>
        <message>
            <source>Saved as {0}</source>
            <translation>Guardado como {0}</translation>
        </message>
        <message>
            <source>Only a part is enlarged: {0} of {1}</source>
            <translation>Solo se amplía una parte: {0} de {1}</translation>
        </message>
        <message>
            <source>Has options of its own</source>
            <translation>Tiene opciones propias</translation>
        </message>
        <message>
            <source>Retrying</source>
            <translation>Reintentando</translation>
        </message>
        <message>
            <source>Last session</source>
            <translation>Última sesión</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Restaurar</translation>
        </message>
        <message>
            <source>Put them into the list again</source>
            <translation>Ponerlas de nuevo en la lista</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Descartar</translation>
        </message>
        <message>
            <source>Forget the list; the files themselves stay</source>
            <translation>Olvidar la lista; los archivos permanecen</translation>
        </message>
        <message>
            <source>Restore your last session ({0})?</source>
            <translation>¿Restaurar su última sesión ({0})?</translation>
        </message>
        <message>
            <source>Enlarged, but not saved yet: {0}.</source>
            <translation>Ampliado, pero aún sin guardar: {0}.</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Guardando…</translation>
        </message>
        <message>
            <source>Not opened yet</source>
            <translation>Aún sin abrir</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Listo</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>En espera</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Cancelado</translation>
        </message>
        <message>
            <source>Second try…</source>
            <translation>Segundo intento…</translation>
        </message>
        <message>
            <source>Finishing…</source>
            <translation>Terminando…</translation>
        </message>
        <message>
            <source>Enlarging…</source>
            <translation>Ampliando…</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Guardado</translation>
        </message>
        <message>
            <source>Saved in {0}</source>
            <translation>Guardado en {0}</translation>
        </message>
        <message>
            <source>Not saved: {0}</source>
            <translation>Sin guardar: {0}</translation>
        </message>
        <message>
            <source>Not saved yet</source>
            <translation>Aún sin guardar</translation>
        </message>
        <message>
            <source>Made with {0}, settings have changed</source>
            <translation>Hecho con {0}, los ajustes han cambiado</translation>
        </message>
        <message>
            <source>exact</source>
            <translation>exacto</translation>
        </message>
        <message>
            <source>Fidelity {0}: reduced again, the result differs from the original by {1} of 255 at most</source>
            <translation>Fidelidad {0}: reducido de nuevo, el resultado difiere del original en {1} de 255 como máximo</translation>
        </message>
        <message>
            <source>Web</source>
            <translation>Web</translation>
        </message>
        <message>
            <source>Archive 16 bit</source>
            <translation>Archivo 16 bits</translation>
        </message>
        <message>
            <source>A preset needs a name.</source>
            <translation>Un preajuste necesita un nombre.</translation>
        </message>
        <message>
            <source>A preset that comes with the program has this name.</source>
            <translation>Un preajuste incluido en el programa ya tiene este nombre.</translation>
        </message>
        <message>
            <source>There is a preset of this name already.</source>
            <translation>Ya existe un preajuste con este nombre.</translation>
        </message>
        <message>
            <source>About {0}</source>
            <translation>Acerca de {0}</translation>
        </message>
        <message>
            <source>&amp;Program</source>
            <translation>&amp;Programa</translation>
        </message>
        <message>
            <source>&amp;Licences</source>
            <translation>&amp;Licencias</translation>
        </message>
        <message>
            <source>Cite the P&amp;aper</source>
            <translation>Citar el &amp;artículo</translation>
        </message>
        <message>
            <source>Citation as BibTeX</source>
            <translation>Cita en BibTeX</translation>
        </message>
        <message>
            <source>&amp;Copy BibTeX</source>
            <translation>&amp;Copiar BibTeX</translation>
        </message>
        <message>
            <source>If this program helped your work, please cite:</source>
            <translation>Si este programa le ayudó en su trabajo, cite por favor:</translation>
        </message>
        <message>
            <source>Version {0}</source>
            <translation>Versión {0}</translation>
        </message>
        <message>
            <source>Enlarges photographs two, three and four times, and to any size from there, with a small neural network. All of it happens on this computer; the program uses the network only when you ask it to fetch a model.</source>
            <translation>Amplía fotografías dos, tres y cuatro veces, y desde ahí a cualquier tamaño, con una pequeña red neuronal. Todo ocurre en este equipo; el programa solo usa la red cuando usted le pide descargar un modelo.</translation>
        </message>
        <message>
            <source>It does not sharpen what is blurred, remove the marks of strong compression or restore faces.</source>
            <translation>No enfoca lo borroso, no elimina las marcas de una compresión fuerte ni restaura caras.</translation>
        </message>
        <message>
            <source>The network: {0}</source>
            <translation>La red: {0}</translation>
        </message>
        <message>
            <source>{0} is free software under the Apache License 2.0. Qt, Qt for Python and libvips are used under the LGPL: they are libraries of their own beside the program, and you may replace them with versions you have changed. Their source is at download.qt.io and github.com/libvips.</source>
            <translation>{0} es software libre bajo la licencia Apache 2.0. Qt, Qt for Python y libvips se usan bajo la LGPL: son bibliotecas aparte, junto al programa, y puede sustituirlas por versiones modificadas. Su código fuente está en download.qt.io y github.com/libvips.</translation>
        </message>
        <message>
            <source>Parts and their licences</source>
            <translation>Componentes y sus licencias</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>Componente</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Versión</translation>
        </message>
        <message>
            <source>All Licence &amp;Texts…</source>
            <translation>Todos los &amp;textos de licencia…</translation>
        </message>
        <message>
            <source>Licence texts</source>
            <translation>Textos de las licencias</translation>
        </message>
        <message>
            <source>Save all into a folder</source>
            <translation>Guardar todo en una carpeta</translation>
        </message>
        <message>
            <source>There is no model to fetch for this scale. Import one instead.</source>
            <translation>No hay ningún modelo que descargar para esta escala. Importe uno.</translation>
        </message>
        <message>
            <source>Import a model</source>
            <translation>Importar un modelo</translation>
        </message>
        <message>
            <source>Models (*.safetensors *.pt *.pth *.ckpt *.onnx *.pt2 *.ts);;All files (*)</source>
            <translation>Modelos (*.safetensors *.pt *.pth *.ckpt *.onnx *.pt2 *.ts);;Todos los archivos (*)</translation>
        </message>
        <message>
            <source>Importing {0}…</source>
            <translation>Importando {0}…</translation>
        </message>
        <message>
            <source>Drop photographs here or open them</source>
            <translation>Suelte fotografías aquí o ábralas</translation>
        </message>
        <message>
            <source>Files, whole folders, or a picture pasted from another program.
JPEG, PNG, TIFF, WebP, AVIF, HEIC, PSD and cameras' raw files.
You compare first; nothing is saved until you say so, and nothing is sent.</source>
            <translation>Archivos, carpetas enteras o una imagen pegada desde otro programa.
JPEG, PNG, TIFF, WebP, AVIF, HEIC, PSD y archivos RAW de cámaras.
Primero compara; nada se guarda hasta que usted lo diga y nada se envía.</translation>
        </message>
        <message>
            <source>Open…</source>
            <translation>Abrir…</translation>
        </message>
        <message>
            <source>Try the sample picture</source>
            <translation>Probar la imagen de ejemplo</translation>
        </message>
        <message>
            <source>Page of the guide</source>
            <translation>Página de la guía</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>Guía</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>Contenido</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>{0} is only in the program's source.</source>
            <translation>{0} solo está en el código fuente del programa.</translation>
        </message>
        <message>
            <source>Another program is waiting. Done replaces {0} with the enlarged picture.</source>
            <translation>Otro programa está esperando. Listo reemplaza {0} por la imagen ampliada.</translation>
        </message>
        <message>
            <source>Another program is waiting. Done writes the enlarged picture to {0}.</source>
            <translation>Otro programa está esperando. Listo escribe la imagen ampliada en {0}.</translation>
        </message>
        <message>
            <source>Another program is waiting</source>
            <translation>Otro programa está esperando</translation>
        </message>
        <message>
            <source>Go back and change nothing</source>
            <translation>Volver sin cambiar nada</translation>
        </message>
        <message>
            <source>Enlarge if necessary, write the file and go back</source>
            <translation>Ampliar si hace falta, escribir el archivo y volver</translation>
        </message>
        <message>
            <source>This window is for one picture of another program. Open others in a window of their own.</source>
            <translation>Esta ventana es para una imagen de otro programa. Abra las demás en una ventana propia.</translation>
        </message>
        <message>
            <source>The window closes when all is saved.</source>
            <translation>La ventana se cerrará cuando todo esté guardado.</translation>
        </message>
        <message>
            <source>The enlarged picture is not handed over yet.</source>
            <translation>La imagen ampliada aún no se ha entregado.</translation>
        </message>
        <message>
            <source>Menus</source>
            <translation>Menús</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Archivo</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Edición</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ver</translation>
        </message>
        <message>
            <source>&amp;Queue</source>
            <translation>&amp;Cola</translation>
        </message>
        <message>
            <source>&amp;Models</source>
            <translation>&amp;Modelos</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>A&amp;yuda</translation>
        </message>
        <message>
            <source>Zoo&amp;m</source>
            <translation>&amp;Zoom</translation>
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation>&amp;Pegar</translation>
        </message>
        <message>
            <source>Open pictures or files from the clipboard</source>
            <translation>Abrir imágenes o archivos del portapapeles</translation>
        </message>
        <message>
            <source>&amp;Copy Result</source>
            <translation>&amp;Copiar resultado</translation>
        </message>
        <message>
            <source>Copy the enlarged picture to the clipboard</source>
            <translation>Copiar la imagen ampliada al portapapeles</translation>
        </message>
        <message>
            <source>Show in Fol&amp;der</source>
            <translation>&amp;Mostrar en la carpeta</translation>
        </message>
        <message>
            <source>Show the saved result, or else the original, in the file manager</source>
            <translation>Mostrar el resultado guardado, o si no el original, en el gestor de archivos</translation>
        </message>
        <message>
            <source>Pr&amp;eferences…</source>
            <translation>P&amp;referencias…</translation>
        </message>
        <message>
            <source>Theme, language and manners</source>
            <translation>Tema, idioma y comportamiento</translation>
        </message>
        <message>
            <source>Full Scree&amp;n</source>
            <translation>Pantalla co&amp;mpleta</translation>
        </message>
        <message>
            <source>Nothing but the picture, on the whole screen</source>
            <translation>Solo la imagen, en toda la pantalla</translation>
        </message>
        <message>
            <source>Side Pane&amp;ls</source>
            <translation>Pane&amp;les laterales</translation>
        </message>
        <message>
            <source>Show the list and the options beside the picture</source>
            <translation>Mostrar la lista y las opciones junto a la imagen</translation>
        </message>
        <message>
            <source>&amp;Guide</source>
            <translation>&amp;Guía</translation>
        </message>
        <message>
            <source>How to do what, without a network</source>
            <translation>Cómo hacer cada cosa, sin conexión</translation>
        </message>
        <message>
            <source>&amp;Keyboard Shortcuts</source>
            <translation>&amp;Atajos de teclado</translation>
        </message>
        <message>
            <source>All keys on one page</source>
            <translation>Todas las teclas en una página</translation>
        </message>
        <message>
            <source>Open &amp;Log Folder</source>
            <translation>Abrir la carpeta del &amp;registro</translation>
        </message>
        <message>
            <source>What the program noted down</source>
            <translation>Lo que el programa ha anotado</translation>
        </message>
        <message>
            <source>Copy &amp;System Information</source>
            <translation>Copiar información del &amp;sistema</translation>
        </message>
        <message>
            <source>Versions and hardware, as text for a message to somebody who helps</source>
            <translation>Versiones y hardware, como texto para quien le ayude</translation>
        </message>
        <message>
            <source>&amp;Report a Problem</source>
            <translation>Informar de un &amp;problema</translation>
        </message>
        <message>
            <source>Copies a report for you to send; the program sends nothing</source>
            <translation>Copia un informe para que usted lo envíe; el programa no envía nada</translation>
        </message>
        <message>
            <source>About &amp;Qt</source>
            <translation>Acerca de &amp;Qt</translation>
        </message>
        <message>
            <source>The toolkit this window is made with</source>
            <translation>La biblioteca con la que está hecha esta ventana</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Mensaje</translation>
        </message>
        <message>
            <source>Dismiss the message</source>
            <translation>Cerrar el mensaje</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>About the picture</source>
            <translation>Sobre la imagen</translation>
        </message>
        <message>
            <source>Open a folder</source>
            <translation>Abrir una carpeta</translation>
        </message>
        <message>
            <source>Left out, not readable as pictures: {0}. Choose JPEG, PNG, TIFF, WebP or AVIF.</source>
            <translation>Se omitió, no se puede leer como imagen: {0}. Elija JPEG, PNG, TIFF, WebP o AVIF.</translation>
        </message>
        <message>
            <source>No pictures in: {0}. Choose another folder.</source>
            <translation>No hay imágenes en: {0}. Elija otra carpeta.</translation>
        </message>
        <message>
            <source>Preferences</source>
            <translation>Preferencias</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Como el sistema</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Claro</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Oscuro</translation>
        </message>
        <message>
            <source>Save next to the original</source>
            <translation>Guardar junto al original</translation>
        </message>
        <message>
            <source>Save into the folder</source>
            <translation>Guardar en la carpeta</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>Sin límite</translation>
        </message>
        <message>
            <source>About how much enlarging may use; with less it is slower. From the next start on</source>
            <translation>Uso aproximado permitido al ampliar; con menos es más lento. A partir del próximo inicio</translation>
        </message>
        <message>
            <source>The language changes when the program starts again.</source>
            <translation>El idioma cambia cuando el programa se inicia de nuevo.</translation>
        </message>
        <message>
            <source>&amp;Notify me when a long run has ended</source>
            <translation>&amp;Avisarme al terminar un proceso largo</translation>
        </message>
        <message>
            <source>Only while you work in another window</source>
            <translation>Solo mientras trabaja en otra ventana</translation>
        </message>
        <message>
            <source>&amp;Run at low priority</source>
            <translation>Usar &amp;baja prioridad</translation>
        </message>
        <message>
            <source>Enlarging steps back when others need the processor; from the next start on</source>
            <translation>La ampliación cede cuando otros necesitan el procesador; a partir del próximo inicio</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>&amp;Tema</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>&amp;Idioma</translation>
        </message>
        <message>
            <source>&amp;After each picture</source>
            <translation>T&amp;ras cada imagen</translation>
        </message>
        <message>
            <source>&amp;Folder for results</source>
            <translation>&amp;Carpeta de resultados</translation>
        </message>
        <message>
            <source>&amp;Memory limit</source>
            <translation>&amp;Límite de memoria</translation>
        </message>
        <message>
            <source>Save All…</source>
            <translation>Guardar todo…</translation>
        </message>
        <message>
            <source>Keep for Next Time</source>
            <translation>Conservar para la próxima vez</translation>
        </message>
        <message>
            <source>The list is paused, and pictures wait.</source>
            <translation>La lista está en pausa y hay imágenes en espera.</translation>
        </message>
        <message>
            <source>Pictures are still being enlarged.</source>
            <translation>Todavía se están ampliando imágenes.</translation>
        </message>
        <message>
            <source>What you keep is offered at the next start, as it is.</source>
            <translation>Lo que conserve se ofrecerá tal cual en el próximo inicio.</translation>
        </message>
        <message>
            <source>What is not finished begins anew at the next start.</source>
            <translation>Lo que no esté terminado empezará de nuevo en el próximo inicio.</translation>
        </message>
        <message>
            <source>The list could not be written down, so the window stays open. Save the results, or make room on the disk, and quit again.</source>
            <translation>No se pudo escribir la lista, por lo que la ventana sigue abierta. Guarde los resultados o libere espacio en el disco y vuelva a salir.</translation>
        </message>
        <message>
            <source>The result could not be copied: its file is gone. Enlarge it again.</source>
            <translation>No se pudo copiar el resultado: su archivo ya no está. Amplíelo de nuevo.</translation>
        </message>
        <message>
            <source>Copied. Paste it into your message.</source>
            <translation>Copiado. Péguelo en su mensaje.</translation>
        </message>
        <message>
            <source>A report is in the clipboard, with the end of the log. Paste it into a message, say what happened, and read it through: nothing has been sent.</source>
            <translation>Hay un informe en el portapapeles, con el final del registro. Péguelo en un mensaje, cuente qué ocurrió y revíselo: no se ha enviado nada.</translation>
        </message>
        <message>
            <source>Keyboard Shortcuts</source>
            <translation>Atajos de teclado</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>Qué hace</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Teclas</translation>
        </message>
        <message>
            <source>In the picture</source>
            <translation>En la imagen</translation>
        </message>
        <message>
            <source>Move the picture</source>
            <translation>Mover la imagen</translation>
        </message>
        <message>
            <source>Arrow keys, or drag</source>
            <translation>Teclas de flecha o arrastrar</translation>
        </message>
        <message>
            <source>Zoom at the cursor</source>
            <translation>Ampliar en el cursor</translation>
        </message>
        <message>
            <source>Mouse wheel</source>
            <translation>Rueda del ratón</translation>
        </message>
        <message>
            <source>Fit, and back to 1:1</source>
            <translation>Ajustar y volver a 1:1</translation>
        </message>
        <message>
            <source>Double click</source>
            <translation>Doble clic</translation>
        </message>
        <message>
            <source>Next control, previous control</source>
            <translation>Control siguiente, control anterior</translation>
        </message>
        <message>
            <source>Tab, Shift+Tab</source>
            <translation>Tab, Mayús+Tab</translation>
        </message>
    </context>
</TS>

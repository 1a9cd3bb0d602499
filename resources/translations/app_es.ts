<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
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
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>Open pictures</source>
            <translation>Abrir imágenes</translation>
        </message>
        <message>
            <source>Pictures ({0});;All files (*)</source>
            <translation>Imágenes ({0});;Todos los archivos (*)</translation>
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
            <source>Save the enlarged picture</source>
            <translation>Guardar la imagen ampliada</translation>
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
            <source>Models (*.safetensors *.pt *.pth);;All files (*)</source>
            <translation>Modelos (*.safetensors *.pt *.pth);;Todos los archivos (*)</translation>
        </message>
        <message>
            <source>Importing {0}…</source>
            <translation>Importando {0}…</translation>
        </message>
        <message>
            <source>Pictures are still being enlarged. Stop and quit?</source>
            <translation>Aún se están ampliando imágenes. ¿Detener y salir?</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Salir</translation>
        </message>
        <message>
            <source>Enlarged, but not saved yet: {0}. Quit without saving?</source>
            <translation>Ampliado, pero aún sin guardar: {0}. ¿Salir sin guardar?</translation>
        </message>
    </context>
    <context>
        <name>CompareView</name>
        <message>
            <source>Picture</source>
            <translation>Imagen</translation>
        </message>
        <message>
            <source>Drag to move, wheel to zoom, arrow keys to move</source>
            <translation>Arrastrar o teclas de flecha para mover, rueda para ampliar</translation>
        </message>
    </context>
    <context>
        <name>DragHandle</name>
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
    </context>
    <context>
        <name>DropFrame</name>
        <message>
            <source>Drop to open</source>
            <translation>Soltar para abrir</translation>
        </message>
    </context>
    <context>
        <name>EmptyView</name>
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
    </context>
    <context>
        <name>FaultSink</name>
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
    </context>
    <context>
        <name>FetchDialog</name>
        <message>
            <source>Fetch a model</source>
            <translation>Descargar un modelo</translation>
        </message>
        <message>
            <source>{0}, for enlarging {1}×</source>
            <translation>{0}, para ampliar {1}×</translation>
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
            <source>The weights are not part of this program. Their authors gave them no licence: whether you may use them, above all commercially, is for you to judge.</source>
            <translation>Los pesos no forman parte de este programa. Sus autores no les dieron licencia: si puede usarlos, sobre todo comercialmente, debe juzgarlo usted.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Saved {0}</source>
            <translation>Guardado: {0}</translation>
        </message>
        <message>
            <source>The model {0} is ready to use.</source>
            <translation>El modelo {0} está listo para usar.</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
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
    </context>
    <context>
        <name>OptionsPanel</name>
        <message>
            <source>Model</source>
            <translation>Modelo</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Progreso</translation>
        </message>
        <message>
            <source>Upscale</source>
            <translation>Ampliar</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Guardar…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Deteniendo…</translation>
        </message>
        <message>
            <source>Tile {0} of {1}</source>
            <translation>Tesela {0} de {1}</translation>
        </message>
        <message>
            <source>Working…</source>
            <translation>Trabajando…</translation>
        </message>
        <message>
            <source>{0} waiting</source>
            <translation>{0} en espera</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>Escala</translation>
        </message>
        <message>
            <source>Enlarge {0} times</source>
            <translation>Ampliar {0} veces</translation>
        </message>
        <message>
            <source>Upscale {0}</source>
            <translation>Ampliar {0}</translation>
        </message>
        <message>
            <source>By {0}</source>
            <translation>De {0}</translation>
        </message>
        <message>
            <source>{0:.2f} dB on {1}</source>
            <translation>{0:.2f} dB en {1}</translation>
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
            <source>Let &amp;other programs go first</source>
            <translation>Dejar pasar primero a &amp;otros programas</translation>
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
    </context>
    <context>
        <name>QueueView</name>
        <message>
            <source>Pictures</source>
            <translation>Imágenes</translation>
        </message>
    </context>
    <context>
        <name>RecentMenu</name>
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
    </context>
    <context>
        <name>Shell</name>
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
    </context>
    <context>
        <name>ShortcutsDialog</name>
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
    </context>
    <context>
        <name>SplitHandle</name>
        <message>
            <source>Split between bicubic and FDIWN</source>
            <translation>División entre bicúbica y FDIWN</translation>
        </message>
        <message>
            <source>Drag, or use the arrow keys. Double click: middle.</source>
            <translation>Arrastrar o teclas de flecha. Doble clic: centro.</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>About the picture</source>
            <translation>Sobre la imagen</translation>
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
            <translation>Descargar…</translation>
        </message>
        <message>
            <source>Download the paper's model; you see the terms first</source>
            <translation>Descargar el modelo del artículo; antes verá las condiciones</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Importar…</translation>
        </message>
        <message>
            <source>Use a model file you have</source>
            <translation>Usar un archivo de modelo que tenga</translation>
        </message>
        <message>
            <source>There is no model for {0}× on this computer yet. Fetch the one of the paper, or import a file you have.</source>
            <translation>Aún no hay ningún modelo para {0}× en este equipo. Descargue el del artículo o importe un archivo que tenga.</translation>
        </message>
    </context>
    <context>
        <name>about</name>
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
            <source>Licence</source>
            <translation>Licencia</translation>
        </message>
    </context>
    <context>
        <name>actions</name>
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
            <source>Enlarge what is open</source>
            <translation>Ampliar lo que está abierto</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>&amp;Cancelar</translation>
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
            <source>&amp;1:1</source>
            <translation>&amp;1:1</translation>
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
            <source>&amp;About {0}</source>
            <translation>A&amp;cerca de {0}</translation>
        </message>
        <message>
            <source>Version, licence and paper</source>
            <translation>Versión, licencia y artículo</translation>
        </message>
    </context>
    <context>
        <name>incoming</name>
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
    </context>
    <context>
        <name>menu_bar</name>
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
            <source>&amp;Help</source>
            <translation>A&amp;yuda</translation>
        </message>
    </context>
    <context>
        <name>outgoing</name>
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
    </context>
    <context>
        <name>picture</name>
        <message>
            <source>The picture cannot be shown: its file is gone</source>
            <translation>No se puede mostrar la imagen: su archivo ya no está</translation>
        </message>
        <message>
            <source>Bicubic</source>
            <translation>Bicúbica</translation>
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
            <translation>Abriendo…</translation>
        </message>
    </context>
    <context>
        <name>run_watch</name>
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
    </context>
    <context>
        <name>shell_actions</name>
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
            <source>Full &amp;Screen</source>
            <translation>&amp;Pantalla completa</translation>
        </message>
        <message>
            <source>Use the whole screen</source>
            <translation>Usar toda la pantalla</translation>
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
    </context>
    <context>
        <name>shortcuts</name>
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
    <context>
        <name>words</name>
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
            <source>Saving…</source>
            <translation>Guardando…</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Deteniendo…</translation>
        </message>
        <message>
            <source>Enlarging… {0} %</source>
            <translation>Ampliando… {0} %</translation>
        </message>
        <message>
            <source>Enlarging…</source>
            <translation>Ampliando…</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Con error</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Guardado</translation>
        </message>
        <message>
            <source>Enlarged, not saved yet</source>
            <translation>Ampliado, aún sin guardar</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>Abriendo…</translation>
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
    </context>
</TS>

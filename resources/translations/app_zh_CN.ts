<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About {0}</source>
            <translation>关于 {0}</translation>
        </message>
        <message>
            <source>&amp;Program</source>
            <translation>程序(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Licences</source>
            <translation>许可证(&amp;L)</translation>
        </message>
        <message>
            <source>Cite the P&amp;aper</source>
            <translation>引用论文(&amp;A)</translation>
        </message>
        <message>
            <source>Citation as BibTeX</source>
            <translation>BibTeX 格式的引用</translation>
        </message>
        <message>
            <source>&amp;Copy BibTeX</source>
            <translation>复制 BibTeX(&amp;C)</translation>
        </message>
        <message>
            <source>If this program helped your work, please cite:</source>
            <translation>如果本程序对您的工作有帮助，请引用：</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>Open pictures</source>
            <translation>打开图片</translation>
        </message>
        <message>
            <source>Pictures ({0});;All files (*)</source>
            <translation>图片 ({0});;所有文件 (*)</translation>
        </message>
        <message>
            <source>Open a folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Left out, not readable as pictures: {0}. Choose JPEG, PNG, TIFF, WebP or AVIF.</source>
            <translation>已略过，无法作为图片读取：{0}。请选择 JPEG、PNG、TIFF、WebP 或 AVIF。</translation>
        </message>
        <message>
            <source>No pictures in: {0}. Choose another folder.</source>
            <translation>没有图片：{0}。请选择其他文件夹。</translation>
        </message>
        <message>
            <source>Save the enlarged picture</source>
            <translation>保存放大后的图片</translation>
        </message>
        <message>
            <source>Save all into a folder</source>
            <translation>全部保存到文件夹</translation>
        </message>
        <message>
            <source>There is no model to fetch for this scale. Import one instead.</source>
            <translation>此倍数没有可获取的模型。请导入一个。</translation>
        </message>
        <message>
            <source>Import a model</source>
            <translation>导入模型</translation>
        </message>
        <message>
            <source>Models (*.safetensors *.pt *.pth);;All files (*)</source>
            <translation>模型 (*.safetensors *.pt *.pth);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Importing {0}…</source>
            <translation>正在导入 {0}…</translation>
        </message>
        <message>
            <source>Pictures are still being enlarged. Stop and quit?</source>
            <translation>仍在放大图片。要停止并退出吗？</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Enlarged, but not saved yet: {0}. Quit without saving?</source>
            <translation>已放大但尚未保存：{0}。不保存就退出吗？</translation>
        </message>
    </context>
    <context>
        <name>CompareView</name>
        <message>
            <source>Picture</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Drag to move, wheel to zoom, arrow keys to move</source>
            <translation>拖动或用方向键移动，滚轮缩放</translation>
        </message>
    </context>
    <context>
        <name>DragHandle</name>
        <message>
            <source>Drag Out</source>
            <translation>拖出</translation>
        </message>
        <message>
            <source>Drag the result into another program</source>
            <translation>将结果拖到其他程序</translation>
        </message>
        <message>
            <source>Drag the result into another program or a folder; click to copy it</source>
            <translation>将结果拖到其他程序或文件夹；单击可复制</translation>
        </message>
        <message>
            <source>Preparing the file…</source>
            <translation>正在准备文件…</translation>
        </message>
        <message>
            <source>The file is still being prepared. Drag again in a moment.</source>
            <translation>文件仍在准备中，请稍后再拖动。</translation>
        </message>
    </context>
    <context>
        <name>DropFrame</name>
        <message>
            <source>Drop to open</source>
            <translation>拖放以打开</translation>
        </message>
    </context>
    <context>
        <name>EmptyView</name>
        <message>
            <source>Drop photographs here or open them</source>
            <translation>将照片拖到这里，或打开它们</translation>
        </message>
        <message>
            <source>Files, whole folders, or a picture pasted from another program.
JPEG, PNG, TIFF, WebP, AVIF, HEIC, PSD and cameras' raw files.
You compare first; nothing is saved until you say so, and nothing is sent.</source>
            <translation>文件、整个文件夹，或从其他程序粘贴的图片。
JPEG、PNG、TIFF、WebP、AVIF、HEIC、PSD 和相机 RAW 文件。
先比较；在您决定之前不会保存任何内容，也不会发送任何内容。</translation>
        </message>
        <message>
            <source>Open…</source>
            <translation>打开…</translation>
        </message>
        <message>
            <source>Try the sample picture</source>
            <translation>试试示例图片</translation>
        </message>
    </context>
    <context>
        <name>FaultSink</name>
        <message>
            <source>Something went wrong inside {0}.</source>
            <translation>{0} 内部出了问题。</translation>
        </message>
        <message>
            <source>Your files are unharmed, and you can probably go on. The details are in the log file {0}.</source>
            <translation>您的文件完好无损，大概可以继续使用。详情见日志文件 {0}。</translation>
        </message>
        <message>
            <source>&amp;Copy Report</source>
            <translation>复制报告(&amp;C)</translation>
        </message>
        <message>
            <source>With the details and this system, to send to somebody who helps</source>
            <translation>包含详情和本机信息，可发给帮助您的人</translation>
        </message>
    </context>
    <context>
        <name>FetchDialog</name>
        <message>
            <source>Fetch a model</source>
            <translation>获取模型</translation>
        </message>
        <message>
            <source>{0}, for enlarging {1}×</source>
            <translation>{0}，用于放大 {1}×</translation>
        </message>
        <message>
            <source>Download</source>
            <translation>下载</translation>
        </message>
        <message>
            <source>From</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>The weights are not part of this program. Their authors gave them no licence: whether you may use them, above all commercially, is for you to judge.</source>
            <translation>这些权重不属于本程序。作者没有为其授予许可：是否可以使用，尤其是商业使用，须由您自行判断。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Saved {0}</source>
            <translation>已保存：{0}</translation>
        </message>
        <message>
            <source>The model {0} is ready to use.</source>
            <translation>模型 {0} 可以使用了。</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Message</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Dismiss the message</source>
            <translation>关闭消息</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>OptionsPanel</name>
        <message>
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Upscale</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>保存…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <source>Tile {0} of {1}</source>
            <translation>图块 {0}/{1}</translation>
        </message>
        <message>
            <source>Working…</source>
            <translation>正在处理…</translation>
        </message>
        <message>
            <source>{0} waiting</source>
            <translation>{0}等待中</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>倍数</translation>
        </message>
        <message>
            <source>Enlarge {0} times</source>
            <translation>放大 {0} 倍</translation>
        </message>
        <message>
            <source>Upscale {0}</source>
            <translation>放大 {0}</translation>
        </message>
        <message>
            <source>By {0}</source>
            <translation>作者：{0}</translation>
        </message>
        <message>
            <source>{0:.2f} dB on {1}</source>
            <translation>{0:.2f} dB（{1}）</translation>
        </message>
        <message>
            <source>PSNR-Y: {0}.</source>
            <translation>PSNR-Y：{0}。</translation>
        </message>
    </context>
    <context>
        <name>PreferencesDialog</name>
        <message>
            <source>Preferences</source>
            <translation>首选项</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>The language changes when the program starts again.</source>
            <translation>语言将在程序下次启动时更改。</translation>
        </message>
        <message>
            <source>&amp;Notify me when a long run has ended</source>
            <translation>长时间处理结束时通知我(&amp;N)</translation>
        </message>
        <message>
            <source>Only while you work in another window</source>
            <translation>仅当您在其他窗口工作时</translation>
        </message>
        <message>
            <source>Let &amp;other programs go first</source>
            <translation>让其他程序优先(&amp;O)</translation>
        </message>
        <message>
            <source>Enlarging steps back when others need the processor; from the next start on</source>
            <translation>其他程序需要处理器时，放大会让步；下次启动起生效</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>主题(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>语言(&amp;L)</translation>
        </message>
    </context>
    <context>
        <name>QueueView</name>
        <message>
            <source>Pictures</source>
            <translation>图片</translation>
        </message>
    </context>
    <context>
        <name>RecentMenu</name>
        <message>
            <source>Open &amp;Recent</source>
            <translation>最近打开(&amp;R)</translation>
        </message>
        <message>
            <source>Nothing opened yet</source>
            <translation>尚未打开任何内容</translation>
        </message>
        <message>
            <source>&amp;Clear This List</source>
            <translation>清空此列表(&amp;C)</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>The result could not be copied: its file is gone. Enlarge it again.</source>
            <translation>无法复制结果：其文件已不存在。请重新放大。</translation>
        </message>
        <message>
            <source>Copied. Paste it into your message.</source>
            <translation>已复制。请粘贴到您的消息中。</translation>
        </message>
        <message>
            <source>A report is in the clipboard, with the end of the log. Paste it into a message, say what happened, and read it through: nothing has been sent.</source>
            <translation>报告已在剪贴板中，含日志末尾。请将其粘贴到消息中，说明发生了什么，并通读一遍：没有发送任何内容。</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsDialog</name>
        <message>
            <source>Keyboard Shortcuts</source>
            <translation>键盘快捷键</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>作用</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>按键</translation>
        </message>
        <message>
            <source>In the picture</source>
            <translation>在图片中</translation>
        </message>
    </context>
    <context>
        <name>SplitHandle</name>
        <message>
            <source>Split between bicubic and FDIWN</source>
            <translation>双三次与 FDIWN 的分界</translation>
        </message>
        <message>
            <source>Drag, or use the arrow keys. Double click: middle.</source>
            <translation>拖动或用方向键。双击：居中。</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>About the picture</source>
            <translation>关于图片</translation>
        </message>
        <message>
            <source>Zoom</source>
            <translation>缩放</translation>
        </message>
    </context>
    <context>
        <name>_MissingModel</name>
        <message>
            <source>Fetch…</source>
            <translation>获取…</translation>
        </message>
        <message>
            <source>Download the paper's model; you see the terms first</source>
            <translation>下载论文的模型；会先显示条款</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <source>Use a model file you have</source>
            <translation>使用您已有的模型文件</translation>
        </message>
        <message>
            <source>There is no model for {0}× on this computer yet. Fetch the one of the paper, or import a file you have.</source>
            <translation>本机还没有 {0}× 的模型。请获取论文的模型，或导入您已有的文件。</translation>
        </message>
    </context>
    <context>
        <name>about</name>
        <message>
            <source>Version {0}</source>
            <translation>版本 {0}</translation>
        </message>
        <message>
            <source>Enlarges photographs two, three and four times, and to any size from there, with a small neural network. All of it happens on this computer; the program uses the network only when you ask it to fetch a model.</source>
            <translation>用一个小型神经网络将照片放大两倍、三倍和四倍，并可由此得到任意尺寸。一切都在本机完成；只有当您要求获取模型时，程序才会使用网络。</translation>
        </message>
        <message>
            <source>It does not sharpen what is blurred, remove the marks of strong compression or restore faces.</source>
            <translation>它不会锐化模糊的内容，不会去除强压缩的痕迹，也不会修复人脸。</translation>
        </message>
        <message>
            <source>The network: {0}</source>
            <translation>网络：{0}</translation>
        </message>
        <message>
            <source>{0} is free software under the Apache License 2.0. Qt, Qt for Python and libvips are used under the LGPL: they are libraries of their own beside the program, and you may replace them with versions you have changed. Their source is at download.qt.io and github.com/libvips.</source>
            <translation>{0} 是采用 Apache License 2.0 的自由软件。Qt、Qt for Python 和 libvips 依据 LGPL 使用：它们是程序之外的独立库，您可以用修改过的版本替换。其源代码位于 download.qt.io 和 github.com/libvips。</translation>
        </message>
        <message>
            <source>Parts and their licences</source>
            <translation>组成部分及其许可证</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>组成部分</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <source>&amp;Open…</source>
            <translation>打开(&amp;O)…</translation>
        </message>
        <message>
            <source>Open pictures</source>
            <translation>打开图片</translation>
        </message>
        <message>
            <source>Open &amp;Folder…</source>
            <translation>打开文件夹(&amp;F)…</translation>
        </message>
        <message>
            <source>Open every picture in a folder</source>
            <translation>打开文件夹中的所有图片</translation>
        </message>
        <message>
            <source>&amp;Save…</source>
            <translation>保存(&amp;S)…</translation>
        </message>
        <message>
            <source>Save the enlarged picture</source>
            <translation>保存放大后的图片</translation>
        </message>
        <message>
            <source>Save &amp;All…</source>
            <translation>全部保存(&amp;A)…</translation>
        </message>
        <message>
            <source>Save all enlarged pictures into one folder</source>
            <translation>将所有放大后的图片保存到一个文件夹</translation>
        </message>
        <message>
            <source>&amp;Remove from List</source>
            <translation>从列表中移除(&amp;R)</translation>
        </message>
        <message>
            <source>The file itself stays</source>
            <translation>文件本身会保留</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>退出(&amp;Q)</translation>
        </message>
        <message>
            <source>Close the window</source>
            <translation>关闭窗口</translation>
        </message>
        <message>
            <source>&amp;Upscale</source>
            <translation>放大(&amp;U)</translation>
        </message>
        <message>
            <source>Enlarge what is open</source>
            <translation>放大已打开的图片</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>取消(&amp;C)</translation>
        </message>
        <message>
            <source>Stop enlarging</source>
            <translation>停止放大</translation>
        </message>
        <message>
            <source>&amp;Fit</source>
            <translation>适合窗口(&amp;F)</translation>
        </message>
        <message>
            <source>Show the whole picture</source>
            <translation>显示整张图片</translation>
        </message>
        <message>
            <source>&amp;1:1</source>
            <translation>&amp;1:1</translation>
        </message>
        <message>
            <source>One pixel of the result on one pixel of the screen</source>
            <translation>结果的一个像素对应屏幕的一个像素</translation>
        </message>
        <message>
            <source>Zoom &amp;In</source>
            <translation>放大显示(&amp;I)</translation>
        </message>
        <message>
            <source>Show the picture larger</source>
            <translation>将图片显示得更大</translation>
        </message>
        <message>
            <source>Zoom &amp;Out</source>
            <translation>缩小显示(&amp;O)</translation>
        </message>
        <message>
            <source>Show the picture smaller</source>
            <translation>将图片显示得更小</translation>
        </message>
        <message>
            <source>&amp;About {0}</source>
            <translation>关于 {0}(&amp;A)</translation>
        </message>
        <message>
            <source>Version, licence and paper</source>
            <translation>版本、许可证和论文</translation>
        </message>
    </context>
    <context>
        <name>incoming</name>
        <message>
            <source>{0} is on another computer, and this program fetches nothing by itself. Save the picture in your browser, then drop the file here.</source>
            <translation>{0} 在另一台计算机上，本程序不会自行获取任何内容。请在浏览器中保存图片，再将文件拖到这里。</translation>
        </message>
        <message>
            <source>There is no picture to paste. Copy a picture, or picture files in your file manager, and paste again.</source>
            <translation>没有可粘贴的图片。请复制一张图片，或在文件管理器中复制图片文件，然后再粘贴。</translation>
        </message>
        <message>
            <source>The pasted picture could not be kept in {0}: {1}. Save it as a file and open that.</source>
            <translation>粘贴的图片无法保存到 {0}：{1}。请将其存为文件再打开。</translation>
        </message>
    </context>
    <context>
        <name>menu_bar</name>
        <message>
            <source>Menus</source>
            <translation>菜单</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;Queue</source>
            <translation>队列(&amp;Q)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
    </context>
    <context>
        <name>outgoing</name>
        <message>
            <source>The result is too large for the clipboard. Save it, then it can be copied as a file.</source>
            <translation>结果太大，无法放入剪贴板。保存后即可作为文件复制。</translation>
        </message>
        <message>
            <source>Copied as a file; as a picture it is too large for the clipboard.</source>
            <translation>已作为文件复制；作为图片则对剪贴板来说太大。</translation>
        </message>
        <message>
            <source>Copied, as a picture and as a file.</source>
            <translation>已作为图片和文件复制。</translation>
        </message>
        <message>
            <source>Copied as a picture.</source>
            <translation>已作为图片复制。</translation>
        </message>
    </context>
    <context>
        <name>picture</name>
        <message>
            <source>The picture cannot be shown: its file is gone</source>
            <translation>无法显示图片：其文件已不存在</translation>
        </message>
        <message>
            <source>Bicubic</source>
            <translation>双三次</translation>
        </message>
        <message>
            <source>FDIWN</source>
            <translation>FDIWN</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>原图</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>正在打开…</translation>
        </message>
    </context>
    <context>
        <name>run_watch</name>
        <message>
            <source>Enlarging pictures</source>
            <translation>正在放大图片</translation>
        </message>
        <message>
            <source>Enlarged: {0}.</source>
            <translation>已放大：{0}。</translation>
        </message>
        <message>
            <source>Failed: {0}.</source>
            <translation>失败：{0}。</translation>
        </message>
        <message>
            <source>The run has ended.</source>
            <translation>处理已结束。</translation>
        </message>
    </context>
    <context>
        <name>shell_actions</name>
        <message>
            <source>&amp;Paste</source>
            <translation>粘贴(&amp;P)</translation>
        </message>
        <message>
            <source>Open pictures or files from the clipboard</source>
            <translation>打开剪贴板中的图片或文件</translation>
        </message>
        <message>
            <source>&amp;Copy Result</source>
            <translation>复制结果(&amp;C)</translation>
        </message>
        <message>
            <source>Copy the enlarged picture to the clipboard</source>
            <translation>将放大后的图片复制到剪贴板</translation>
        </message>
        <message>
            <source>Show in Fol&amp;der</source>
            <translation>在文件夹中显示(&amp;D)</translation>
        </message>
        <message>
            <source>Show the saved result, or else the original, in the file manager</source>
            <translation>在文件管理器中显示已保存的结果，否则显示原图</translation>
        </message>
        <message>
            <source>Pr&amp;eferences…</source>
            <translation>首选项(&amp;E)…</translation>
        </message>
        <message>
            <source>Theme, language and manners</source>
            <translation>主题、语言和行为</translation>
        </message>
        <message>
            <source>Full &amp;Screen</source>
            <translation>全屏(&amp;S)</translation>
        </message>
        <message>
            <source>Use the whole screen</source>
            <translation>使用整个屏幕</translation>
        </message>
        <message>
            <source>&amp;Keyboard Shortcuts</source>
            <translation>键盘快捷键(&amp;K)</translation>
        </message>
        <message>
            <source>All keys on one page</source>
            <translation>所有按键在一页上</translation>
        </message>
        <message>
            <source>Open &amp;Log Folder</source>
            <translation>打开日志文件夹(&amp;L)</translation>
        </message>
        <message>
            <source>What the program noted down</source>
            <translation>程序记录的内容</translation>
        </message>
        <message>
            <source>Copy &amp;System Information</source>
            <translation>复制系统信息(&amp;S)</translation>
        </message>
        <message>
            <source>Versions and hardware, as text for a message to somebody who helps</source>
            <translation>版本和硬件的文本，可发给帮助您的人</translation>
        </message>
        <message>
            <source>&amp;Report a Problem</source>
            <translation>报告问题(&amp;R)</translation>
        </message>
        <message>
            <source>Copies a report for you to send; the program sends nothing</source>
            <translation>复制一份报告供您发送；程序不发送任何内容</translation>
        </message>
        <message>
            <source>About &amp;Qt</source>
            <translation>关于 Qt(&amp;Q)</translation>
        </message>
        <message>
            <source>The toolkit this window is made with</source>
            <translation>制作此窗口所用的工具包</translation>
        </message>
    </context>
    <context>
        <name>shortcuts</name>
        <message>
            <source>Move the picture</source>
            <translation>移动图片</translation>
        </message>
        <message>
            <source>Arrow keys, or drag</source>
            <translation>方向键，或拖动</translation>
        </message>
        <message>
            <source>Zoom at the cursor</source>
            <translation>在光标处缩放</translation>
        </message>
        <message>
            <source>Mouse wheel</source>
            <translation>鼠标滚轮</translation>
        </message>
        <message>
            <source>Fit, and back to 1:1</source>
            <translation>适合窗口，以及回到 1:1</translation>
        </message>
        <message>
            <source>Double click</source>
            <translation>双击</translation>
        </message>
        <message>
            <source>Next control, previous control</source>
            <translation>下一个控件、上一个控件</translation>
        </message>
        <message>
            <source>Tab, Shift+Tab</source>
            <translation>Tab、Shift+Tab</translation>
        </message>
    </context>
    <context>
        <name>words</name>
        <message numerus="yes">
            <source>%n pictures</source>
            <translation>
                <numerusform>%n 张图片</numerusform>
            </translation>
        </message>
        <message>
            <source>a few seconds left</source>
            <translation>还剩几秒</translation>
        </message>
        <message>
            <source>about {0} s left</source>
            <translation>约剩 {0} 秒</translation>
        </message>
        <message>
            <source>about {0} min left</source>
            <translation>约剩 {0} 分钟</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>正在保存…</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <source>Enlarging… {0} %</source>
            <translation>正在放大… {0} %</translation>
        </message>
        <message>
            <source>Enlarging…</source>
            <translation>正在放大…</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Enlarged, not saved yet</source>
            <translation>已放大，尚未保存</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>正在打开…</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>就绪</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>等待中</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>已取消</translation>
        </message>
    </context>
</TS>

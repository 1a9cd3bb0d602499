<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>app</name>
        <message>
            <source>What is finished is checked and kept; the rest is made</source>
            <translation>检查并保留已完成的部分，处理其余部分</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Not Now</source>
            <translation>暂不</translation>
        </message>
        <message>
            <source>A batch is still running. What is finished is kept, and the rest can be done later. Stop it and quit?</source>
            <translation>批处理仍在运行。已完成的部分会保留，其余可以稍后处理。要停止并退出吗？</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Enlarging a batch of pictures</source>
            <translation>正在批量放大图片</translation>
        </message>
        <message>
            <source>Open Report</source>
            <translation>打开报告</translation>
        </message>
        <message>
            <source>What became of every file, as a table</source>
            <translation>以表格列出每个文件的处理结果</translation>
        </message>
        <message>
            <source>Show in Folder</source>
            <translation>在文件夹中显示</translation>
        </message>
        <message>
            <source>Retry Failed</source>
            <translation>重试失败的图片</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Look through the folders and show what would be done</source>
            <translation>检查文件夹并显示将要执行的操作</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>运行</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Go On</source>
            <translation>接着处理</translation>
        </message>
        <message>
            <source>Stop Watching</source>
            <translation>停止监视</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>批处理</translation>
        </message>
        <message numerus="yes">
            <source>%n file in the folder for results would be replaced.</source>
            <translation>
                <numerusform>结果文件夹中的 %n 个文件将被替换。</numerusform>
            </translation>
        </message>
        <message>
            <source>Replace and Run</source>
            <translation>替换并运行</translation>
        </message>
        <message>
            <source>Looking through the folders…</source>
            <translation>正在检查文件夹…</translation>
        </message>
        <message>
            <source>Looking through the folders: {0} of {1}</source>
            <translation>正在检查文件夹：{0}/{1}</translation>
        </message>
        <message>
            <source>Enlarging</source>
            <translation>正在放大</translation>
        </message>
        <message>
            <source>{0} %</source>
            <translation>{0} %</translation>
        </message>
        <message>
            <source>Waits for a second try</source>
            <translation>等待重试</translation>
        </message>
        <message>
            <source>Watching the folders for new pictures.</source>
            <translation>正在监视文件夹中的新图片。</translation>
        </message>
        <message>
            <source>Preview shows what would be done; Run does it.</source>
            <translation>“预览”显示将要做什么；“运行”则执行。</translation>
        </message>
        <message>
            <source>Begins when the picture under way in the window is done.</source>
            <translation>窗口中正在处理的图片完成后开始。</translation>
        </message>
        <message>
            <source>The list in the window waits for this batch.</source>
            <translation>窗口中的列表会等待此批处理完成。</translation>
        </message>
        <message>
            <source>Pictures in the window can be looked at; enlarging them waits.</source>
            <translation>可以查看窗口中的图片，但放大须等待。</translation>
        </message>
        <message>
            <source>Go On in the Background</source>
            <translation>在后台继续</translation>
        </message>
        <message>
            <source>Stop the Batch</source>
            <translation>停止批处理</translation>
        </message>
        <message>
            <source>The batch is still running.</source>
            <translation>批处理仍在运行。</translation>
        </message>
        <message>
            <source>What is finished is kept, and the rest can be done later.</source>
            <translation>已完成的部分会保留，其余可以稍后处理。</translation>
        </message>
        <message>
            <source>With all subfolders</source>
            <translation>包含所有子文件夹</translation>
        </message>
        <message>
            <source>They are mirrored in the folder for results</source>
            <translation>会在结果文件夹中保持相同的结构</translation>
        </message>
        <message>
            <source>All pictures</source>
            <translation>所有图片</translation>
        </message>
        <message>
            <source>Patterns with commas between them, such as {0}</source>
            <translation>以逗号分隔的模式，例如 {0}</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Smallest picture, in megapixels</source>
            <translation>最小的图片（百万像素）</translation>
        </message>
        <message>
            <source>Largest picture, in megapixels</source>
            <translation>最大的图片（百万像素）</translation>
        </message>
        <message>
            <source>Include</source>
            <translation>包含</translation>
        </message>
        <message>
            <source>Exclude</source>
            <translation>排除</translation>
        </message>
        <message>
            <source>Min. size</source>
            <translation>最小尺寸</translation>
        </message>
        <message>
            <source>Max. size</source>
            <translation>最大尺寸</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>Template of the name</source>
            <translation>名称模板</translation>
        </message>
        <message>
            <source>photo.jpg becomes {0}</source>
            <translation>photo.jpg → {0}</translation>
        </message>
        <message>
            <source>Folders of pictures</source>
            <translation>图片文件夹</translation>
        </message>
        <message>
            <source>Drop folders anywhere in this window</source>
            <translation>可将文件夹拖到此窗口的任意位置</translation>
        </message>
        <message>
            <source>Add Folder…</source>
            <translation>添加文件夹…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Ctrl+Z brings them back</source>
            <translation>按 Ctrl+Z 可恢复</translation>
        </message>
        <message>
            <source>Remove the selected folders</source>
            <translation>移除所选文件夹</translation>
        </message>
        <message>
            <source>Folder of pictures</source>
            <translation>图片文件夹</translation>
        </message>
        <message>
            <source>Folder for the results</source>
            <translation>结果文件夹</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>暂无</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Choose the folder for results</source>
            <translation>选择结果文件夹</translation>
        </message>
        <message>
            <source>Folder for results</source>
            <translation>结果文件夹</translation>
        </message>
        <message>
            <source>Skip the picture</source>
            <translation>跳过图片</translation>
        </message>
        <message>
            <source>Add a number</source>
            <translation>添加编号</translation>
        </message>
        <message>
            <source>Replace the file</source>
            <translation>替换文件</translation>
        </message>
        <message>
            <source>Count it as failed</source>
            <translation>计为失败</translation>
        </message>
        <message>
            <source>If file exists</source>
            <translation>文件已存在时</translation>
        </message>
        <message>
            <source>Keep watching the folders</source>
            <translation>持续监视文件夹</translation>
        </message>
        <message>
            <source>When all is done, pictures that come later are enlarged too</source>
            <translation>全部完成后，之后加入的图片也会放大</translation>
        </message>
        <message>
            <source>Add a folder of pictures, or drop one here.</source>
            <translation>请添加图片文件夹，或将其拖到这里。</translation>
        </message>
        <message>
            <source>Choose a folder for the results.</source>
            <translation>请选择结果文件夹。</translation>
        </message>
        <message>
            <source>Give the folder for the results with its whole path.</source>
            <translation>请输入结果文件夹的完整路径。</translation>
        </message>
        <message>
            <source>The smallest picture is larger than the largest.</source>
            <translation>最小值大于最大值。</translation>
        </message>
        <message>
            <source>There is no model for these options. Choose others in the window.</source>
            <translation>没有适用于这些选项的模型。请在窗口中选择其他选项。</translation>
        </message>
        <message>
            <source>Results cannot be named so.</source>
            <translation>不能这样命名结果。</translation>
        </message>
        <message>
            <source>{0} enlarged</source>
            <translation>{0} 放大</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>选项</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Afterwards</source>
            <translation>完成后</translation>
        </message>
        <message>
            <source>As in the window</source>
            <translation>与窗口相同</translation>
        </message>
        <message>
            <source>As in the unfinished batch</source>
            <translation>与未完成的批处理相同</translation>
        </message>
        <message>
            <source>There is no model for what the window wants.</source>
            <translation>没有适用于窗口设置的模型。</translation>
        </message>
        <message>
            <source>Progress of the batch</source>
            <translation>批处理进度</translation>
        </message>
        <message>
            <source>Picture under way</source>
            <translation>正在处理的图片</translation>
        </message>
        <message>
            <source>Failures</source>
            <translation>失败的图片</translation>
        </message>
        <message>
            <source>{0} and {1} more</source>
            <translation>{0} 及另外 {1} 张</translation>
        </message>
        <message>
            <source>Preparing…</source>
            <translation>正在准备…</translation>
        </message>
        <message>
            <source>Stopping after this tile…</source>
            <translation>完成此图块后停止…</translation>
        </message>
        <message>
            <source>Paused. What is under way is finished first.</source>
            <translation>已暂停。会先完成正在处理的内容。</translation>
        </message>
        <message>
            <source>Paused.</source>
            <translation>已暂停。</translation>
        </message>
        <message>
            <source>Waiting: {0}</source>
            <translation>等待中：{0}</translation>
        </message>
        <message>
            <source>{0} is tried again in {1} s: {2}</source>
            <translation>{0} 将在 {1} 秒后重试：{2}</translation>
        </message>
        <message>
            <source>What becomes of each picture</source>
            <translation>每张图片的处理情况</translation>
        </message>
        <message>
            <source>Name of the result</source>
            <translation>结果名称</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>尺寸</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>已排除</translation>
        </message>
        <message>
            <source>about {0}</source>
            <translation>约 {0}</translation>
        </message>
        <message>
            <source>best model</source>
            <translation>最佳模型</translation>
        </message>
        <message>
            <source>best quality</source>
            <translation>最佳质量</translation>
        </message>
        <message>
            <source>strength {0} %</source>
            <translation>强度 {0} %</translation>
        </message>
        <message>
            <source>sharpened for a screen</source>
            <translation>为屏幕锐化</translation>
        </message>
        <message>
            <source>sharpened for print</source>
            <translation>为打印锐化</translation>
        </message>
        <message>
            <source>format as the original</source>
            <translation>与原图相同的格式</translation>
        </message>
        <message>
            <source>lossless</source>
            <translation>无损压缩</translation>
        </message>
        <message>
            <source>quality {0}</source>
            <translation>质量 {0}</translation>
        </message>
        <message>
            <source>{0} bits</source>
            <translation>{0} 位</translation>
        </message>
        <message>
            <source>without place</source>
            <translation>不含位置</translation>
        </message>
        <message>
            <source>without metadata</source>
            <translation>不含元数据</translation>
        </message>
        <message>
            <source>Enlarge</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Done before</source>
            <translation>先前已完成</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>跳过</translation>
        </message>
        <message>
            <source>Cannot</source>
            <translation>无法放大</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>已跳过</translation>
        </message>
        <message>
            <source>Passed over</source>
            <translation>已略过</translation>
        </message>
        <message>
            <source>Not reached</source>
            <translation>未处理</translation>
        </message>
        <message>
            <source>Nothing to enlarge.</source>
            <translation>没有要放大的图片。</translation>
        </message>
        <message>
            <source>{0} to make</source>
            <translation>需生成 {0}</translation>
        </message>
        <message>
            <source>about {0} of {1} free</source>
            <translation>约 {0}（可用 {1}）</translation>
        </message>
        <message>
            <source>takes about {0}</source>
            <translation>约需 {0}</translation>
        </message>
        <message>
            <source>time unknown until the first picture is done</source>
            <translation>完成第一张图片后才能得知所需时间</translation>
        </message>
        <message numerus="yes">
            <source>%n done before</source>
            <translation>
                <numerusform>以前已完成 %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n skipped</source>
            <translation>
                <numerusform>跳过 %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cannot be enlarged</source>
            <translation>
                <numerusform>无法放大 %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passed over</source>
            <translation>
                <numerusform>略过 %n</numerusform>
            </translation>
        </message>
        <message>
            <source>… and {0} more</source>
            <translation>…另有 {0} 项</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>{0}/{1}</translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>失败 %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n done</source>
            <translation>
                <numerusform>已完成 %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not reached</source>
            <translation>
                <numerusform>未处理 %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Stopped: {0}.</source>
            <translation>已停止：{0}。</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>已停止。</translation>
        </message>
        <message>
            <source>Finished.</source>
            <translation>已完成。</translation>
        </message>
        <message>
            <source>Another program is writing a batch into this folder now.</source>
            <translation>另一个程序正在向此文件夹写入批处理结果。</translation>
        </message>
        <message numerus="yes">
            <source>%n left</source>
            <translation>
                <numerusform>剩余 %n</numerusform>
            </translation>
        </message>
        <message>
            <source>A batch in this folder is unfinished ({0}).</source>
            <translation>此文件夹中有未完成的批处理（{0}）。</translation>
        </message>
        <message>
            <source>Another &amp;Model</source>
            <translation>其他模型(&amp;M)</translation>
        </message>
        <message>
            <source>×{0}</source>
            <translation>×{0}</translation>
        </message>
        <message>
            <source>Show differences {0} times as strong</source>
            <translation>将差异增强 {0} 倍显示</translation>
        </message>
        <message>
            <source>{0} pixels of the screen for one of the result</source>
            <translation>结果的一个像素对应屏幕的 {0} 个像素</translation>
        </message>
        <message>
            <source>Cr&amp;op…</source>
            <translation>裁剪(&amp;O)…</translation>
        </message>
        <message>
            <source>Enlarge only a part of the picture</source>
            <translation>只放大图片的一部分</translation>
        </message>
        <message>
            <source>Fi&amp;ll</source>
            <translation>填满窗口(&amp;L)</translation>
        </message>
        <message>
            <source>Fill the view with the picture</source>
            <translation>用图片填满视图</translation>
        </message>
        <message>
            <source>{0} pixels of the screen across one of the result</source>
            <translation>结果的一个像素占屏幕 {0} 个像素宽</translation>
        </message>
        <message>
            <source>&amp;File…</source>
            <translation>文件(&amp;F)…</translation>
        </message>
        <message>
            <source>Compare with any picture file</source>
            <translation>与任意图片文件比较</translation>
        </message>
        <message>
            <source>Save &amp;Visible Part…</source>
            <translation>保存可见部分(&amp;V)…</translation>
        </message>
        <message>
            <source>Save what is in view from both sides as one picture</source>
            <translation>将两侧的可见部分保存为一张图片</translation>
        </message>
        <message>
            <source>Save &amp;Whole Picture…</source>
            <translation>保存整张图片(&amp;W)…</translation>
        </message>
        <message>
            <source>Save both sides as one picture, with labels</source>
            <translation>将两侧保存为一张图片，并附标签</translation>
        </message>
        <message>
            <source>&amp;Copy Visible Part</source>
            <translation>复制可见部分(&amp;C)</translation>
        </message>
        <message>
            <source>Copy what is in view from both sides as one picture</source>
            <translation>将两侧的可见部分复制为一张图片</translation>
        </message>
        <message>
            <source>C&amp;opy Whole Picture</source>
            <translation>复制整张图片(&amp;O)</translation>
        </message>
        <message>
            <source>Copy both sides as one picture</source>
            <translation>将两侧复制为一张图片</translation>
        </message>
        <message>
            <source>As the &amp;System Says</source>
            <translation>跟随系统(&amp;S)</translation>
        </message>
        <message>
            <source>Use the colour profile that the system has for this screen</source>
            <translation>使用系统为此屏幕设置的颜色配置文件</translation>
        </message>
        <message>
            <source>&amp;Profile File…</source>
            <translation>指定配置文件(&amp;P)…</translation>
        </message>
        <message>
            <source>Name the colour profile of this screen</source>
            <translation>指定此屏幕的颜色配置文件</translation>
        </message>
        <message>
            <source>&amp;Compare With</source>
            <translation>比较对象(&amp;C)</translation>
        </message>
        <message>
            <source>Difference S&amp;trength</source>
            <translation>差异强度(&amp;T)</translation>
        </message>
        <message>
            <source>Loupe Si&amp;ze</source>
            <translation>放大镜倍数(&amp;Z)</translation>
        </message>
        <message>
            <source>Before &amp;and After</source>
            <translation>前后对比(&amp;A)</translation>
        </message>
        <message>
            <source>Screen Colou&amp;rs</source>
            <translation>屏幕颜色(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Split</source>
            <translation>分割(&amp;S)</translation>
        </message>
        <message>
            <source>Both sides in one picture, with a line that you can move</source>
            <translation>两侧合在一张图片中，分割线可移动</translation>
        </message>
        <message>
            <source>Side &amp;by Side</source>
            <translation>并排(&amp;B)</translation>
        </message>
        <message>
            <source>Both sides beside each other, at the same place</source>
            <translation>并排显示两侧的同一位置</translation>
        </message>
        <message>
            <source>Flic&amp;ker</source>
            <translation>切换(&amp;K)</translation>
        </message>
        <message>
            <source>One picture; hold the space bar to see the left side in its place</source>
            <translation>显示一张图片；按住空格键切换到左侧</translation>
        </message>
        <message>
            <source>Differ&amp;ence</source>
            <translation>差异(&amp;E)</translation>
        </message>
        <message>
            <source>How far the sides differ, amplified</source>
            <translation>增强显示两侧的差异</translation>
        </message>
        <message>
            <source>Lo&amp;upe</source>
            <translation>放大镜(&amp;U)</translation>
        </message>
        <message>
            <source>Both sides magnified under the cursor</source>
            <translation>在光标处放大显示两侧</translation>
        </message>
        <message>
            <source>F&amp;our Panes</source>
            <translation>四格视图(&amp;O)</translation>
        </message>
        <message>
            <source>Four at the same place; a click on a name changes it</source>
            <translation>同一位置的四个视图；点击名称可更改</translation>
        </message>
        <message>
            <source>The usual smooth enlargement, as the paper's figures have it</source>
            <translation>常用的平滑放大，与论文插图相同</translation>
        </message>
        <message>
            <source>A sharper enlargement without a network</source>
            <translation>不用神经网络的更锐利的放大</translation>
        </message>
        <message>
            <source>Each pixel as it is, repeated</source>
            <translation>每个像素原样重复</translation>
        </message>
        <message>
            <source>The picture that was opened, magnified</source>
            <translation>放大显示已打开的图片</translation>
        </message>
        <message>
            <source>About the result</source>
            <translation>关于结果</translation>
        </message>
        <message>
            <source>Zoom In to Preview</source>
            <translation>放大显示以预览</translation>
        </message>
        <message>
            <source>Show the middle at 100 %</source>
            <translation>以 100 % 显示中间部分</translation>
        </message>
        <message>
            <source>Preview New Settings</source>
            <translation>预览新设置</translation>
        </message>
        <message>
            <source>Show what the present settings would make of the picture</source>
            <translation>显示图片按当前设置放大的效果</translation>
        </message>
        <message>
            <source>Show Result</source>
            <translation>显示结果</translation>
        </message>
        <message>
            <source>Show what was made with the earlier settings</source>
            <translation>显示用先前设置生成的结果</translation>
        </message>
        <message>
            <source>Upscale Again</source>
            <translation>重新放大</translation>
        </message>
        <message>
            <source>Upscale with the present settings</source>
            <translation>用当前设置放大</translation>
        </message>
        <message>
            <source>By how much differences are amplified</source>
            <translation>差异的增强倍数</translation>
        </message>
        <message>
            <source>Magnification of the loupe</source>
            <translation>放大镜的倍数</translation>
        </message>
        <message>
            <source>What the picture is compared with</source>
            <translation>图片的比较对象</translation>
        </message>
        <message>
            <source>Zoom</source>
            <translation>缩放</translation>
        </message>
        <message>
            <source>Crop</source>
            <translation>裁剪</translation>
        </message>
        <message>
            <source>Left: {0}</source>
            <translation>左：{0}</translation>
        </message>
        <message>
            <source>{0} was not saved</source>
            <translation>{0} 未能保存</translation>
        </message>
        <message>
            <source>Choose another folder or name</source>
            <translation>请选择其他文件夹或名称</translation>
        </message>
        <message>
            <source>Save before and after</source>
            <translation>保存前后对比</translation>
        </message>
        <message>
            <source>{0} exists already. Choose another name.</source>
            <translation>{0} 已存在。请选择其他名称。</translation>
        </message>
        <message>
            <source>Bicubic</source>
            <translation>双三次</translation>
        </message>
        <message>
            <source>Lanczos</source>
            <translation>Lanczos</translation>
        </message>
        <message>
            <source>Nearest pixel</source>
            <translation>最近邻</translation>
        </message>
        <message>
            <source>Original pixels</source>
            <translation>原始像素</translation>
        </message>
        <message>
            <source>FDIWN</source>
            <translation>FDIWN</translation>
        </message>
        <message>
            <source>Compare with a file</source>
            <translation>与文件比较</translation>
        </message>
        <message>
            <source>Pictures ({0});;All files (*)</source>
            <translation>图片 ({0});;所有文件 (*)</translation>
        </message>
        <message>
            <source>Profile of the screen</source>
            <translation>屏幕的配置文件</translation>
        </message>
        <message>
            <source>Colour profiles (*.icc *.icm);;All files (*)</source>
            <translation>颜色配置文件 (*.icc *.icm);;所有文件 (*)</translation>
        </message>
        <message>
            <source>No other model for this scale</source>
            <translation>此倍数没有其他模型</translation>
        </message>
        <message>
            <source>Saved {0}</source>
            <translation>已保存：{0}</translation>
        </message>
        <message>
            <source>The other model: tile {0} of {1}</source>
            <translation>另一个模型：图块 {0}/{1}</translation>
        </message>
        <message>
            <source>Ratio of width and height</source>
            <translation>宽高比</translation>
        </message>
        <message>
            <source>Turn</source>
            <translation>旋转</translation>
        </message>
        <message>
            <source>Swap width and height</source>
            <translation>交换宽度和高度</translation>
        </message>
        <message>
            <source>Size of the part</source>
            <translation>裁剪部分的大小</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Enlarge all of the picture</source>
            <translation>放大整张图片</translation>
        </message>
        <message>
            <source>Leave everything as it was (Esc)</source>
            <translation>保持原样（Esc）</translation>
        </message>
        <message>
            <source>Enlarge this part only (Enter)</source>
            <translation>只放大这一部分（Enter）</translation>
        </message>
        <message>
            <source>{0} px</source>
            <translation>{0} px</translation>
        </message>
        <message>
            <source>Part to enlarge</source>
            <translation>要放大的部分</translation>
        </message>
        <message>
            <source>{0} pixels, {1} from the left, {2} from the top.</source>
            <translation>{0} 像素，距左 {1}，距上 {2}。</translation>
        </message>
        <message>
            <source>Arrow keys move it, with Shift they resize it.</source>
            <translation>方向键移动，按住 Shift 调整大小。</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>自由</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>原图</translation>
        </message>
        <message>
            <source>Navigator</source>
            <translation>导航器</translation>
        </message>
        <message>
            <source>Click or drag to move the view</source>
            <translation>单击或拖动以移动视图</translation>
        </message>
        <message>
            <source>Pane {0}: {1}</source>
            <translation>视图 {0}：{1}</translation>
        </message>
        <message>
            <source>{0}. Click to choose what this pane shows.</source>
            <translation>{0}。点击可选择此视图显示的内容。</translation>
        </message>
        <message>
            <source>The picture cannot be shown: its file is gone</source>
            <translation>无法显示图片：其文件已不存在</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>正在打开…</translation>
        </message>
        <message>
            <source>{0}, preview</source>
            <translation>{0}，预览</translation>
        </message>
        <message>
            <source>FDIWN preview</source>
            <translation>FDIWN 预览</translation>
        </message>
        <message>
            <source>{0}, earlier settings</source>
            <translation>{0}，先前的设置</translation>
        </message>
        <message>
            <source>{0}: zoom in to preview</source>
            <translation>{0}：放大显示以预览</translation>
        </message>
        <message>
            <source>{0}: no preview</source>
            <translation>{0}：无预览</translation>
        </message>
        <message>
            <source>{0} ({1} is being made…)</source>
            <translation>{0}（正在生成 {1}…）</translation>
        </message>
        <message>
            <source>{0} ({1}, stretched)</source>
            <translation>{0}（{1}，已拉伸）</translation>
        </message>
        <message>
            <source>Live preview</source>
            <translation>实时预览</translation>
        </message>
        <message>
            <source>Preparing the network, at the first start only…</source>
            <translation>正在准备网络（仅首次启动时）…</translation>
        </message>
        <message>
            <source>No preview</source>
            <translation>无预览</translation>
        </message>
        <message>
            <source>Preview…</source>
            <translation>正在预览…</translation>
        </message>
        <message>
            <source>Drag, or use the arrow keys. Double click: middle.</source>
            <translation>拖动或用方向键。双击：居中。</translation>
        </message>
        <message>
            <source>Split between {0} and {1}</source>
            <translation>{0} 与 {1} 的分割线</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>分割线</translation>
        </message>
        <message>
            <source>Drag or arrow keys to move, wheel to zoom, hold the space bar to see the left side</source>
            <translation>拖动或用方向键移动，滚轮缩放，按住空格键查看左侧</translation>
        </message>
        <message>
            <source>{0} against {1}</source>
            <translation>{0} 与 {1} 的对比</translation>
        </message>
        <message>
            <source>Difference ×{0}</source>
            <translation>差异 ×{0}</translation>
        </message>
        <message>
            <source>Largest in view, as reduced: {0} of 255</source>
            <translation>可见范围内最大值（缩小显示）：{0}/255</translation>
        </message>
        <message>
            <source>Largest in view: {0} of 255</source>
            <translation>可见范围内最大值：{0}/255</translation>
        </message>
        <message>
            <source>{0} or more</source>
            <translation>{0} 或以上</translation>
        </message>
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
        <message>
            <source>Drop to open</source>
            <translation>拖放以打开</translation>
        </message>
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
        <message>
            <source>Clear the list of what was opened? The files themselves stay.</source>
            <translation>要清除最近打开的列表吗？文件本身会保留。</translation>
        </message>
        <message>
            <source>Check this computer</source>
            <translation>检查本机</translation>
        </message>
        <message>
            <source>What was checked</source>
            <translation>检查的项目</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Without the names of your folders</source>
            <translation>不含您的文件夹名称</translation>
        </message>
        <message>
            <source>Copy Report</source>
            <translation>复制报告</translation>
        </message>
        <message>
            <source>Check Again</source>
            <translation>重新检查</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Checking… A picture that is being enlarged is finished first.</source>
            <translation>正在检查… 会先完成正在放大的图片。</translation>
        </message>
        <message>
            <source>passed</source>
            <translation>通过</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>未通过</translation>
        </message>
        <message>
            <source>System</source>
            <translation>系统</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Room</source>
            <translation>可用空间</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>Computing</source>
            <translation>计算</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Failed: {0}. Copy the report to ask for help.</source>
            <translation>未通过：{0} 项。可复制报告以寻求帮助。</translation>
        </message>
        <message>
            <source>Everything works on this computer.</source>
            <translation>本机一切正常。</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>已复制</translation>
        </message>
        <message>
            <source>Operating system</source>
            <translation>操作系统</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>内存</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>程序</translation>
        </message>
        <message>
            <source>Free memory</source>
            <translation>可用内存</translation>
        </message>
        <message>
            <source>Free disk for unfinished work</source>
            <translation>工作文件可用磁盘空间</translation>
        </message>
        <message>
            <source>Processor</source>
            <translation>处理器</translation>
        </message>
        <message>
            <source>Camera raw</source>
            <translation>相机 RAW</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>已停止</translation>
        </message>
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
        <message>
            <source>Fetch a model</source>
            <translation>获取模型</translation>
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
            <source>Get Them…</source>
            <translation>获取…</translation>
        </message>
        <message>
            <source>Download it; you see the terms first</source>
            <translation>下载；会先显示条款</translation>
        </message>
        <message>
            <source>Import Model…</source>
            <translation>导入模型…</translation>
        </message>
        <message>
            <source>A model file you have; other networks too (.safetensors, .pth, .ckpt, ONNX, TorchScript, torch.export)</source>
            <translation>您已有的模型文件；也可以是其他网络（.safetensors、.pth、.ckpt、ONNX、TorchScript、torch.export）</translation>
        </message>
        <message>
            <source>Verify All</source>
            <translation>全部验证</translation>
        </message>
        <message>
            <source>Compare every file with its checksum</source>
            <translation>将每个文件与其校验和比较</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>移除…</translation>
        </message>
        <message>
            <source>Delete the file of this model</source>
            <translation>删除此模型的文件</translation>
        </message>
        <message>
            <source>Installed</source>
            <translation>已安装</translation>
        </message>
        <message>
            <source>Not installed</source>
            <translation>未安装</translation>
        </message>
        <message>
            <source>Remove the model {0}? Its file is deleted.</source>
            <translation>要移除模型 {0} 吗？其文件会被删除。</translation>
        </message>
        <message>
            <source>Intact</source>
            <translation>完好</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>已损坏</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>Good for</source>
            <translation>用途</translation>
        </message>
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
            <source>Enlarge what is selected</source>
            <translation>放大所选图片</translation>
        </message>
        <message>
            <source>Ups&amp;cale All</source>
            <translation>全部放大(&amp;C)</translation>
        </message>
        <message>
            <source>Enlarge all that is not enlarged yet</source>
            <translation>放大所有尚未放大的图片</translation>
        </message>
        <message>
            <source>Stop &amp;All</source>
            <translation>全部停止(&amp;A)</translation>
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
            <source>&amp;100 %</source>
            <translation>&amp;100 %</translation>
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
            <source>Live &amp;Preview</source>
            <translation>实时预览(&amp;P)</translation>
        </message>
        <message>
            <source>Enlarge what is in view at once, without a file</source>
            <translation>立即放大可见部分，不生成文件</translation>
        </message>
        <message>
            <source>&amp;About {0}</source>
            <translation>关于 {0}(&amp;A)</translation>
        </message>
        <message>
            <source>Version, licence and paper</source>
            <translation>版本、许可证和论文</translation>
        </message>
        <message>
            <source>&amp;Models…</source>
            <translation>模型(&amp;M)…</translation>
        </message>
        <message>
            <source>What is installed, what it is good for, and what you can get</source>
            <translation>已安装的模型、其用途以及可获取的模型</translation>
        </message>
        <message>
            <source>&amp;Import Model…</source>
            <translation>导入模型(&amp;I)…</translation>
        </message>
        <message>
            <source>Use a model file you have</source>
            <translation>使用您已有的模型文件</translation>
        </message>
        <message>
            <source>Get the Authors' &amp;Weights…</source>
            <translation>获取作者的权重(&amp;W)…</translation>
        </message>
        <message>
            <source>Download the paper's models, which are sharper; you see the terms first</source>
            <translation>下载论文中更清晰的模型；会先显示条款</translation>
        </message>
        <message>
            <source>&amp;Check This Computer…</source>
            <translation>检查本机(&amp;C)…</translation>
        </message>
        <message>
            <source>Test models, computing and files, and report</source>
            <translation>测试模型、计算和文件，并生成报告</translation>
        </message>
        <message>
            <source>&amp;Batch…</source>
            <translation>批处理(&amp;B)…</translation>
        </message>
        <message>
            <source>Enlarge whole folders of pictures</source>
            <translation>放大整个文件夹的图片</translation>
        </message>
        <message>
            <source>{0} (original authors)</source>
            <translation>{0}（原作者）</translation>
        </message>
        <message>
            <source>{0} (included)</source>
            <translation>{0}（自带）</translation>
        </message>
        <message>
            <source>Comparison with other networks</source>
            <translation>与其他网络比较</translation>
        </message>
        <message>
            <source>Your own; its quality is not known here</source>
            <translation>您自己的模型；其质量未知</translation>
        </message>
        <message>
            <source>Sharp photographs, finest edges</source>
            <translation>清晰的照片，边缘最精细</translation>
        </message>
        <message>
            <source>Sharp photographs</source>
            <translation>清晰的照片</translation>
        </message>
        <message>
            <source>None given</source>
            <translation>未提供</translation>
        </message>
        <message>
            <source>The weights are not part of this program. Their authors gave them no licence: whether you may use them, above all commercially, is for you to judge.</source>
            <translation>这些权重不属于本程序。作者没有为其授予许可：是否可以使用，尤其是商业使用，须由您自行判断。</translation>
        </message>
        <message>
            <source>Another network ({0}), for comparison. Each tile is enlarged for itself.</source>
            <translation>用于比较的其他网络（{0}）。每个图块单独放大。</translation>
        </message>
        <message>
            <source>Another network ({0}), for comparison.</source>
            <translation>另一种网络（{0}），用于比较。</translation>
        </message>
        <message>
            <source>For sharp photographs; it mends no blur.</source>
            <translation>适用于清晰的照片；不会修复模糊。</translation>
        </message>
        <message>
            <source>{0:.2f} dB on {1}</source>
            <translation>{0:.2f} dB（{1}）</translation>
        </message>
        <message>
            <source>PSNR-Y: {0}.</source>
            <translation>PSNR-Y：{0}。</translation>
        </message>
        <message>
            <source>The original authors' is {0} dB better.</source>
            <translation>原作者的模型高 {0} dB。</translation>
        </message>
        <message>
            <source>By {0}</source>
            <translation>作者：{0}</translation>
        </message>
        <message>
            <source>Our own</source>
            <translation>自有模型</translation>
        </message>
        <message>
            <source>Our own; the original authors' is sharper</source>
            <translation>自有模型；原作者的更清晰</translation>
        </message>
        <message>
            <source>inch</source>
            <translation>英寸</translation>
        </message>
        <message>
            <source>cm</source>
            <translation>cm</translation>
        </message>
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
            <source>The model {0} is ready to use.</source>
            <translation>模型 {0} 可以使用了。</translation>
        </message>
        <message>
            <source>Destination</source>
            <translation>保存位置</translation>
        </message>
        <message>
            <source>Don't save automatically</source>
            <translation>不自动保存</translation>
        </message>
        <message>
            <source>Next to the original</source>
            <translation>原图所在位置</translation>
        </message>
        <message>
            <source>Into a folder</source>
            <translation>指定文件夹</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>询问</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>Processor (CPU)</source>
            <translation>处理器 (CPU)</translation>
        </message>
        <message>
            <source>Any GPU</source>
            <translation>任意 GPU</translation>
        </message>
        <message>
            <source>GPU (WebGPU)</source>
            <translation>GPU（WebGPU）</translation>
        </message>
        <message>
            <source>NVIDIA GPU (CUDA)</source>
            <translation>NVIDIA GPU（CUDA）</translation>
        </message>
        <message>
            <source>Apple GPU (MPS)</source>
            <translation>Apple GPU（MPS）</translation>
        </message>
        <message>
            <source>Intel (OpenVINO)</source>
            <translation>Intel（OpenVINO）</translation>
        </message>
        <message>
            <source>Known after the first picture, or when you look here.</source>
            <translation>处理第一张图片后，或打开此处时即可得知。</translation>
        </message>
        <message>
            <source>What will be used</source>
            <translation>将使用的设备和精度</translation>
        </message>
        <message>
            <source>Check this computer…</source>
            <translation>检查本机…</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>精度</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>正在检查…</translation>
        </message>
        <message>
            <source>It is not there: choose another device.</source>
            <translation>未找到：请选择其他设备。</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>未找到</translation>
        </message>
        <message>
            <source>{0} does not compute in it</source>
            <translation>{0} 不支持以此精度计算</translation>
        </message>
        <message>
            <source>This installation cannot use one</source>
            <translation>此安装无法使用</translation>
        </message>
        <message>
            <source>It was tried, and is not used: {0}</source>
            <translation>已试用，但不使用：{0}</translation>
        </message>
        <message>
            <source>There is none in this computer</source>
            <translation>本机没有</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message numerus="yes">
            <source>%n threads</source>
            <translation>
                <numerusform>%n 个线程</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} of memory</source>
            <translation>内存 {0}</translation>
        </message>
        <message>
            <source>It does not compute in {0}: choose another precision.</source>
            <translation>它不支持以 {0} 计算：请选择其他精度。</translation>
        </message>
        <message>
            <source>No faster GPU was found.</source>
            <translation>未找到更快的 GPU。</translation>
        </message>
        <message>
            <source>In a trial it was {0} times as fast as the processor.</source>
            <translation>试用时速度是处理器的 {0} 倍。</translation>
        </message>
        <message>
            <source>A GPU is many times as fast as a CPU.</source>
            <translation>GPU 比 CPU 快许多倍。</translation>
        </message>
        <message>
            <source>Full precision.</source>
            <translation>全精度。</translation>
        </message>
        <message>
            <source>It computes in {0} by itself, which is faster and costs less than {1} dB.</source>
            <translation>自动以 {0} 计算，速度更快，损失小于 {1} dB。</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>As the original</source>
            <translation>与原图相同</translation>
        </message>
        <message>
            <source>Quality of the file</source>
            <translation>文件质量</translation>
        </message>
        <message>
            <source>Without any loss</source>
            <translation>无损压缩</translation>
        </message>
        <message>
            <source>Auto</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>8 bit</source>
            <translation>8 位</translation>
        </message>
        <message>
            <source>16 bit</source>
            <translation>16 位</translation>
        </message>
        <message>
            <source>Depth as the original</source>
            <translation>与原图相同的位深</translation>
        </message>
        <message>
            <source>8 bits</source>
            <translation>8 位</translation>
        </message>
        <message>
            <source>16 bits</source>
            <translation>16 位</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保持不变</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>White</source>
            <translation>白色</translation>
        </message>
        <message>
            <source>Black</source>
            <translation>黑色</translation>
        </message>
        <message>
            <source>Background</source>
            <translation>背景</translation>
        </message>
        <message>
            <source>Laid under what is transparent; JPEG has no transparency</source>
            <translation>垫在透明部分之下；JPEG 不支持透明</translation>
        </message>
        <message>
            <source>Choose a background colour</source>
            <translation>选择背景颜色</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>质量</translation>
        </message>
        <message>
            <source>Depth</source>
            <translation>位深</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>颜色</translation>
        </message>
        <message>
            <source>Colour space</source>
            <translation>色彩空间</translation>
        </message>
        <message>
            <source>Colour under what is transparent</source>
            <translation>透明部分之下的颜色</translation>
        </message>
        <message>
            <source>What was enlarged in 8 bits gets finer steps only by enlarging it again</source>
            <translation>以 8 位放大的图片只有重新放大才会有更细的层次</translation>
        </message>
        <message>
            <source>{0} cannot hold 16 bits</source>
            <translation>{0} 不支持 16 位</translation>
        </message>
        <message>
            <source>without loss</source>
            <translation>无损</translation>
        </message>
        <message>
            <source>{0} bit</source>
            <translation>{0} 位</translation>
        </message>
        <message>
            <source>Metadata</source>
            <translation>元数据</translation>
        </message>
        <message>
            <source>Keep everything</source>
            <translation>全部保留</translation>
        </message>
        <message>
            <source>Remove location (GPS)</source>
            <translation>移除位置（GPS）</translation>
        </message>
        <message>
            <source>Keep only colour profile and resolution</source>
            <translation>仅保留颜色配置文件和分辨率</translation>
        </message>
        <message>
            <source>Record software and model in metadata</source>
            <translation>在元数据中记录软件和模型</translation>
        </message>
        <message>
            <source>A line in the metadata of the result: how it was made, and how much larger</source>
            <translation>在结果的元数据中加一行：如何生成、放大多少倍</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Without GPS</source>
            <translation>不含 GPS</translation>
        </message>
        <message>
            <source>Removed</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Strength and Sharpening</source>
            <translation>强度和锐化</translation>
        </message>
        <message>
            <source>{0} %</source>
            <translation>{0} %</translation>
        </message>
        <message>
            <source>Strength</source>
            <translation>强度</translation>
        </message>
        <message>
            <source>0 % is the plain bicubic enlargement, 100 % the network's</source>
            <translation>0 % 为普通双三次放大，100 % 为神经网络放大</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Screen</source>
            <translation>屏幕</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>No sharpening</source>
            <translation>不锐化</translation>
        </message>
        <message>
            <source>Sharpen for a screen</source>
            <translation>为屏幕锐化</translation>
        </message>
        <message>
            <source>Sharpen for print</source>
            <translation>为打印锐化</translation>
        </message>
        <message>
            <source>Amount of sharpening</source>
            <translation>锐化数量</translation>
        </message>
        <message>
            <source>100 % is usual. Leave it off for a picture that you edit further.</source>
            <translation>通常为 100 %。还要继续编辑的图片请保持关闭。</translation>
        </message>
        <message>
            <source>Sharpen</source>
            <translation>锐化</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>What cannot work</source>
            <translation>无法执行的问题</translation>
        </message>
        <message>
            <source>What to know</source>
            <translation>注意事项</translation>
        </message>
        <message>
            <source>What it takes</source>
            <translation>预计所需时间和空间</translation>
        </message>
        <message>
            <source>Upscale</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Upscale All</source>
            <translation>全部放大</translation>
        </message>
        <message>
            <source>Saved before, with other options than these.</source>
            <translation>已保存，但所用选项与当前不同。</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>保存…</translation>
        </message>
        <message>
            <source>Upscale {0}</source>
            <translation>放大 {0}</translation>
        </message>
        <message numerus="yes">
            <source>Upscale All (%n)</source>
            <translation>
                <numerusform>全部放大（%n）</numerusform>
            </translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <source>Paused at {0} %</source>
            <translation>已暂停于 {0} %</translation>
        </message>
        <message>
            <source>{0} %, {1}</source>
            <translation>{0} %，{1}</translation>
        </message>
        <message numerus="yes">
            <source>{0} of %n pictures</source>
            <translation>
                <numerusform>{0}/%n 张图片</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} of {1} pictures are done, {2} of them failed</source>
            <translation>{1} 张图片中 {0} 张已完成，其中 {2} 张失败</translation>
        </message>
        <message>
            <source>{0} MP in all</source>
            <translation>共 {0} MP</translation>
        </message>
        <message>
            <source>The original authors' weights are sharper, but have no licence: whether you may use them is for you to judge.</source>
            <translation>原作者的权重更清晰，但没有许可证：您是否可以使用，请自行判断。</translation>
        </message>
        <message>
            <source>Download the paper's model; you see the terms first</source>
            <translation>下载论文的模型；会先显示条款</translation>
        </message>
        <message>
            <source>Get the original authors' weights…</source>
            <translation>获取原作者的权重…</translation>
        </message>
        <message>
            <source>Models…</source>
            <translation>模型…</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>标准</translation>
        </message>
        <message>
            <source>Best</source>
            <translation>最佳</translation>
        </message>
        <message>
            <source>Normal quality</source>
            <translation>标准质量</translation>
        </message>
        <message>
            <source>Best quality</source>
            <translation>最佳质量</translation>
        </message>
        <message>
            <source>Slightly cleaner, about 16 times slower.</source>
            <translation>略微更干净，耗时约为 16 倍。</translation>
        </message>
        <message>
            <source>The best for each step</source>
            <translation>每一步的最佳模型</translation>
        </message>
        <message numerus="yes">
            <source>%n models on this computer</source>
            <translation>
                <numerusform>本机有 %n 个模型</numerusform>
            </translation>
        </message>
        <message>
            <source>Enlarges in steps, then reduces to the exact size.</source>
            <translation>分步放大，再缩小到精确尺寸。</translation>
        </message>
        <message>
            <source>best</source>
            <translation>最佳</translation>
        </message>
        <message>
            <source>Fetch…</source>
            <translation>获取…</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <source>There is no model for {0}× on this computer yet. Fetch the one of the paper, or import a file you have.</source>
            <translation>本机还没有 {0}× 的模型。请获取论文的模型，或导入您已有的文件。</translation>
        </message>
        <message>
            <source>Insert a part of the name</source>
            <translation>插入名称元素</translation>
        </message>
        <message>
            <source>Name of the original</source>
            <translation>原图名称</translation>
        </message>
        <message>
            <source>How many times larger</source>
            <translation>放大倍数</translation>
        </message>
        <message>
            <source>Width in pixels</source>
            <translation>宽度（像素）</translation>
        </message>
        <message>
            <source>Height in pixels</source>
            <translation>高度（像素）</translation>
        </message>
        <message>
            <source>Date of today</source>
            <translation>今天的日期</translation>
        </message>
        <message>
            <source>a whole number from {0} to {1}</source>
            <translation>{0} 到 {1} 的整数</translation>
        </message>
        <message>
            <source>from {0} to {1}</source>
            <translation>{0} 到 {1}</translation>
        </message>
        <message>
            <source>{0} is not possible here: {1}. {2} stays in force.</source>
            <translation>此处不能为 {0}：{1}。仍使用 {2}。</translation>
        </message>
        <message>
            <source>Only for {0}</source>
            <translation>仅用于 {0}</translation>
        </message>
        <message>
            <source>Back to all pictures</source>
            <translation>返回所有图片的设置</translation>
        </message>
        <message>
            <source>Written as {0}: {1}</source>
            <translation>将写为 {0}：{1}</translation>
        </message>
        <message>
            <source>The chosen device is not in this computer</source>
            <translation>本机没有所选的设备</translation>
        </message>
        <message>
            <source>Choose Automatic under Device</source>
            <translation>请在“设备”中选择“自动”</translation>
        </message>
        <message>
            <source>{0} does not compute in {1}</source>
            <translation>{0} 不支持以 {1} 计算</translation>
        </message>
        <message>
            <source>Choose another precision</source>
            <translation>请选择其他精度</translation>
        </message>
        <message>
            <source>There is no model {0} on this computer</source>
            <translation>本机没有模型 {0}</translation>
        </message>
        <message>
            <source>Choose another model</source>
            <translation>请选择其他模型</translation>
        </message>
        <message>
            <source>There is no model for {0}× on this computer</source>
            <translation>本机没有 {0}× 的模型</translation>
        </message>
        <message>
            <source>Fetch or import one, or choose another size</source>
            <translation>请获取或导入一个，或选择其他尺寸</translation>
        </message>
        <message>
            <source>That is {0} times as large, and enlarging ends at 16 times</source>
            <translation>这是 {0} 倍，而最大只能放大 16 倍</translation>
        </message>
        <message>
            <source>Choose a smaller size</source>
            <translation>请选择更小的尺寸</translation>
        </message>
        <message>
            <source>Already larger than this</source>
            <translation>已大于此尺寸</translation>
        </message>
        <message>
            <source>That is {0} times as large, and enlarging begins at 1.1 times</source>
            <translation>这是 {0} 倍，而最小须放大 1.1 倍</translation>
        </message>
        <message>
            <source>Choose a larger size</source>
            <translation>请选择更大的尺寸</translation>
        </message>
        <message>
            <source>{0} ends at {1} pixels a side</source>
            <translation>{0} 每边最多 {1} 像素</translation>
        </message>
        <message>
            <source>{0} is never lossless</source>
            <translation>{0} 不支持无损压缩</translation>
        </message>
        <message>
            <source>Choose PNG or TIFF, or a smaller size</source>
            <translation>请选择 PNG 或 TIFF，或更小的尺寸</translation>
        </message>
        <message>
            <source>Choose PNG or TIFF</source>
            <translation>请选择 PNG 或 TIFF</translation>
        </message>
        <message>
            <source>Choose PNG, TIFF, WebP or AVIF</source>
            <translation>请选择 PNG、TIFF、WebP 或 AVIF</translation>
        </message>
        <message>
            <source>Choose a background, or another format</source>
            <translation>请选择背景，或其他格式</translation>
        </message>
        <message>
            <source>{0} cannot hold transparency</source>
            <translation>{0} 不支持透明</translation>
        </message>
        <message>
            <source>The picture is grey, and the background is not</source>
            <translation>图片是灰度的，而背景不是</translation>
        </message>
        <message>
            <source>Choose a grey background</source>
            <translation>请选择灰色背景</translation>
        </message>
        <message>
            <source>No folder is chosen for the results</source>
            <translation>尚未选择结果文件夹</translation>
        </message>
        <message>
            <source>Choose one</source>
            <translation>请选择一个</translation>
        </message>
        <message>
            <source>There is no folder {0}</source>
            <translation>没有文件夹 {0}</translation>
        </message>
        <message>
            <source>Choose another folder</source>
            <translation>请选择其他文件夹</translation>
        </message>
        <message>
            <source>The folder {0} cannot be written to</source>
            <translation>无法写入文件夹 {0}</translation>
        </message>
        <message>
            <source>The name is taken; the result gets a number</source>
            <translation>名称已存在；结果会加上编号</translation>
        </message>
        <message>
            <source>The result would replace the original itself</source>
            <translation>结果会替换原图本身</translation>
        </message>
        <message>
            <source>Add something to the name, such as {scale}x</source>
            <translation>请在名称中加入内容，例如 {scale}x</translation>
        </message>
        <message>
            <source>Two results would have the same name, {0}</source>
            <translation>两个结果会有相同的名称 {0}</translation>
        </message>
        <message>
            <source>Choose to add a number, or put {name} into the name</source>
            <translation>请选择“添加编号”，或在名称中加入 {name}</translation>
        </message>
        <message>
            <source>A file of this name will be replaced</source>
            <translation>同名文件将被替换</translation>
        </message>
        <message>
            <source>All results together may not fit onto the disk of {0}</source>
            <translation>{0} 所在的磁盘可能放不下所有结果</translation>
        </message>
        <message>
            <source>Save and remove some in between</source>
            <translation>请在中途保存并移除一些</translation>
        </message>
        <message>
            <source>The results may not fit into {0}</source>
            <translation>{0} 可能放不下结果</translation>
        </message>
        <message>
            <source>Free some space</source>
            <translation>请腾出一些空间</translation>
        </message>
        <message>
            <source>It takes about {0} on the disk, and {1} are free</source>
            <translation>约需 {0} 磁盘空间，而可用空间为 {1}</translation>
        </message>
        <message>
            <source>Free some space, or choose a smaller size</source>
            <translation>请腾出一些空间，或选择更小的尺寸</translation>
        </message>
        <message>
            <source>{0}. {1}.</source>
            <translation>{0}。{1}。</translation>
        </message>
        <message>
            <source>{0}.</source>
            <translation>{0}。</translation>
        </message>
        <message>
            <source>Skipped: {0}. {1}</source>
            <translation>跳过：{0}。{1}</translation>
        </message>
        <message numerus="yes">
            <source>{0} and %n more</source>
            <translation>
                <numerusform>{0} 及另外 %n 张</numerusform>
            </translation>
        </message>
        <message>
            <source>Time unknown until the first picture is done</source>
            <translation>完成第一张图片后才能得知所需时间</translation>
        </message>
        <message>
            <source>Takes about {0}</source>
            <translation>约需 {0}</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>预设</translation>
        </message>
        <message>
            <source>Look after presets</source>
            <translation>管理预设</translation>
        </message>
        <message>
            <source>Save, rename or delete a preset</source>
            <translation>保存、重命名或删除预设</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Bring back the options from before</source>
            <translation>恢复之前的选项</translation>
        </message>
        <message>
            <source>Reset All Options</source>
            <translation>重置所有选项</translation>
        </message>
        <message>
            <source>Save as a Preset…</source>
            <translation>保存为预设…</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>重命名…</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>删除…</translation>
        </message>
        <message>
            <source>Custom</source>
            <translation>自定义</translation>
        </message>
        <message>
            <source>All options were reset.</source>
            <translation>已重置所有选项。</translation>
        </message>
        <message>
            <source>Save as a preset</source>
            <translation>保存为预设</translation>
        </message>
        <message>
            <source>Name of the preset</source>
            <translation>预设名称</translation>
        </message>
        <message>
            <source>There is a preset {0}. Replace it?</source>
            <translation>已有预设“{0}”。要替换吗？</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>替换</translation>
        </message>
        <message>
            <source>Rename a preset</source>
            <translation>重命名预设</translation>
        </message>
        <message>
            <source>Delete the preset {0}?</source>
            <translation>要删除预设“{0}”吗？</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>{0} replaced your options.</source>
            <translation>{0} 已替换您的选项。</translation>
        </message>
        <message>
            <source>Applies when saved, also to finished results.</source>
            <translation>保存时生效，对已完成的结果也有效。</translation>
        </message>
        <message>
            <source>Enlarge {0} times</source>
            <translation>放大 {0} 倍</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Another size</source>
            <translation>其他尺寸</translation>
        </message>
        <message>
            <source>By a factor</source>
            <translation>按倍数</translation>
        </message>
        <message>
            <source>To fit width and height</source>
            <translation>适合宽度和高度</translation>
        </message>
        <message>
            <source>To a width</source>
            <translation>按宽度</translation>
        </message>
        <message>
            <source>To a height</source>
            <translation>按高度</translation>
        </message>
        <message>
            <source>To a long edge</source>
            <translation>按长边</translation>
        </message>
        <message>
            <source>To a short edge</source>
            <translation>按短边</translation>
        </message>
        <message>
            <source>To megapixels</source>
            <translation>按百万像素</translation>
        </message>
        <message>
            <source>For a print</source>
            <translation>用于打印</translation>
        </message>
        <message>
            <source>Kind of size</source>
            <translation>尺寸方式</translation>
        </message>
        <message>
            <source>Factor</source>
            <translation>倍数</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>宽度</translation>
        </message>
        <message>
            <source>Height</source>
            <translation>高度</translation>
        </message>
        <message>
            <source>Edge</source>
            <translation>边长</translation>
        </message>
        <message>
            <source>Megapixels</source>
            <translation>百万像素</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>纸张</translation>
        </message>
        <message>
            <source>Width of the print</source>
            <translation>打印宽度</translation>
        </message>
        <message>
            <source>Height of the print</source>
            <translation>打印高度</translation>
        </message>
        <message>
            <source>mm</source>
            <translation>mm</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Pixels per inch</source>
            <translation>每英寸像素数</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>分辨率</translation>
        </message>
        <message>
            <source>ppi</source>
            <translation>ppi</translation>
        </message>
        <message>
            <source>{0} px, short edge</source>
            <translation>短边 {0} px</translation>
        </message>
        <message>
            <source>{0} px, long edge</source>
            <translation>长边 {0} px</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>撤销(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>重做(&amp;R)</translation>
        </message>
        <message>
            <source>Take back the last change of the list</source>
            <translation>撤销列表的上一次更改</translation>
        </message>
        <message>
            <source>Make the change of the list again</source>
            <translation>重做列表的更改</translation>
        </message>
        <message>
            <source>Select &amp;All Pictures</source>
            <translation>选择所有图片(&amp;A)</translation>
        </message>
        <message>
            <source>Select the whole list</source>
            <translation>选择整个列表</translation>
        </message>
        <message>
            <source>Upscale S&amp;elected</source>
            <translation>放大所选图片(&amp;E)</translation>
        </message>
        <message>
            <source>Enlarge the selected pictures only</source>
            <translation>仅放大所选图片</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>暂停(&amp;P)</translation>
        </message>
        <message>
            <source>Finish the present tile, then wait</source>
            <translation>完成当前图块后等待</translation>
        </message>
        <message>
            <source>&amp;Stop Selected</source>
            <translation>停止所选图片(&amp;S)</translation>
        </message>
        <message>
            <source>Stop enlarging the selected pictures</source>
            <translation>停止放大所选图片</translation>
        </message>
        <message>
            <source>&amp;Try Again</source>
            <translation>重试(&amp;T)</translation>
        </message>
        <message>
            <source>Try again what failed among the selected pictures</source>
            <translation>重试所选图片中失败的图片</translation>
        </message>
        <message>
            <source>Try All &amp;Failed Again</source>
            <translation>重试所有失败的图片(&amp;F)</translation>
        </message>
        <message>
            <source>Try again whatever failed</source>
            <translation>重试所有失败的图片</translation>
        </message>
        <message>
            <source>Mo&amp;ve Up</source>
            <translation>上移(&amp;V)</translation>
        </message>
        <message>
            <source>Enlarge the selected pictures earlier</source>
            <translation>更早放大所选图片</translation>
        </message>
        <message>
            <source>Move &amp;Down</source>
            <translation>下移(&amp;D)</translation>
        </message>
        <message>
            <source>Enlarge the selected pictures later</source>
            <translation>更晚放大所选图片</translation>
        </message>
        <message>
            <source>&amp;Give Own Options</source>
            <translation>设为单独的选项(&amp;G)</translation>
        </message>
        <message>
            <source>The selected pictures keep the present options, whatever is chosen later</source>
            <translation>无论之后如何选择，所选图片都保持当前选项</translation>
        </message>
        <message>
            <source>Use Shared &amp;Options</source>
            <translation>使用共用选项(&amp;O)</translation>
        </message>
        <message>
            <source>The selected pictures have no options of their own</source>
            <translation>所选图片不再有单独的选项</translation>
        </message>
        <message>
            <source>C&amp;lear Saved</source>
            <translation>清除已保存的图片(&amp;L)</translation>
        </message>
        <message>
            <source>Take off the list what is saved; the files stay</source>
            <translation>从列表中移除已保存的图片；文件会保留</translation>
        </message>
        <message>
            <source>{0} has been worked on for {1}, and would begin anew. Stop it?</source>
            <translation>{0} 已处理 {1}，停止后需要重新开始。要停止吗？</translation>
        </message>
        <message>
            <source>Resu&amp;me</source>
            <translation>继续(&amp;M)</translation>
        </message>
        <message>
            <source>Go on enlarging</source>
            <translation>继续放大</translation>
        </message>
        <message>
            <source>Discarded. Undo in the menu Edit brings it back, until the window is closed.</source>
            <translation>已丢弃。在关闭窗口之前，可用“编辑”菜单中的“撤销”恢复。</translation>
        </message>
        <message>
            <source>Remove {0}</source>
            <translation>移除 {0}</translation>
        </message>
        <message>
            <source>Clear {0}</source>
            <translation>清除 {0}</translation>
        </message>
        <message>
            <source>Move {0}</source>
            <translation>移动 {0}</translation>
        </message>
        <message>
            <source>Options of {0}</source>
            <translation>{0}的选项</translation>
        </message>
        <message>
            <source>Crop of {0}</source>
            <translation>{0} 的裁剪部分</translation>
        </message>
        <message>
            <source>Enlarge {0} again</source>
            <translation>重新放大 {0}</translation>
        </message>
        <message>
            <source>Crop {0}</source>
            <translation>裁剪 {0}</translation>
        </message>
        <message>
            <source>Saved as {0}</source>
            <translation>已保存为 {0}</translation>
        </message>
        <message>
            <source>Only a part is enlarged: {0} of {1}</source>
            <translation>只放大一部分：{1} 中的 {0}</translation>
        </message>
        <message>
            <source>Has options of its own</source>
            <translation>有单独的选项</translation>
        </message>
        <message>
            <source>Retrying</source>
            <translation>正在重试</translation>
        </message>
        <message>
            <source>Last session</source>
            <translation>上次会话</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Put them into the list again</source>
            <translation>将它们重新加入列表</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>丢弃</translation>
        </message>
        <message>
            <source>Forget the list; the files themselves stay</source>
            <translation>丢弃此列表；文件本身会保留</translation>
        </message>
        <message>
            <source>Restore your last session ({0})?</source>
            <translation>要恢复上次会话（{0}）吗？</translation>
        </message>
        <message>
            <source>Enlarged, but not saved yet: {0}.</source>
            <translation>已放大但尚未保存：{0}。</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>正在保存…</translation>
        </message>
        <message>
            <source>Not opened yet</source>
            <translation>尚未打开</translation>
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
        <message>
            <source>Second try…</source>
            <translation>正在重试…</translation>
        </message>
        <message>
            <source>Finishing…</source>
            <translation>正在收尾…</translation>
        </message>
        <message>
            <source>Enlarging…</source>
            <translation>正在放大…</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Saved in {0}</source>
            <translation>已保存到 {0}</translation>
        </message>
        <message>
            <source>Not saved: {0}</source>
            <translation>未能保存：{0}</translation>
        </message>
        <message>
            <source>Not saved yet</source>
            <translation>尚未保存</translation>
        </message>
        <message>
            <source>Made with {0}, settings have changed</source>
            <translation>用 {0} 生成，设置已更改</translation>
        </message>
        <message>
            <source>exact</source>
            <translation>完全一致</translation>
        </message>
        <message>
            <source>Fidelity {0}: reduced again, the result differs from the original by {1} of 255 at most</source>
            <translation>保真度 {0}：将结果重新缩小后，与原图最多相差 {1}/255</translation>
        </message>
        <message>
            <source>Web</source>
            <translation>网页</translation>
        </message>
        <message>
            <source>Archive 16 bit</source>
            <translation>存档 16 位</translation>
        </message>
        <message>
            <source>A preset needs a name.</source>
            <translation>预设需要名称。</translation>
        </message>
        <message>
            <source>A preset that comes with the program has this name.</source>
            <translation>程序自带的预设已使用此名称。</translation>
        </message>
        <message>
            <source>There is a preset of this name already.</source>
            <translation>已有同名的预设。</translation>
        </message>
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
            <source>All Licence &amp;Texts…</source>
            <translation>所有许可证文本(&amp;T)…</translation>
        </message>
        <message>
            <source>Licence texts</source>
            <translation>许可证文本</translation>
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
            <source>Models (*.safetensors *.pt *.pth *.ckpt *.onnx *.pt2 *.ts);;All files (*)</source>
            <translation>模型 (*.safetensors *.pt *.pth *.ckpt *.onnx *.pt2 *.ts);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Importing {0}…</source>
            <translation>正在导入 {0}…</translation>
        </message>
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
        <message>
            <source>Page of the guide</source>
            <translation>指南页面</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>指南</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>目录</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>{0} is only in the program's source.</source>
            <translation>{0} 仅在程序的源代码中。</translation>
        </message>
        <message>
            <source>Another program is waiting. Done replaces {0} with the enlarged picture.</source>
            <translation>另一个程序正在等待。“完成”会用放大后的图片替换 {0}。</translation>
        </message>
        <message>
            <source>Another program is waiting. Done writes the enlarged picture to {0}.</source>
            <translation>另一个程序正在等待。“完成”会将放大后的图片写入 {0}。</translation>
        </message>
        <message>
            <source>Another program is waiting</source>
            <translation>另一个程序正在等待</translation>
        </message>
        <message>
            <source>Go back and change nothing</source>
            <translation>返回且不作更改</translation>
        </message>
        <message>
            <source>Enlarge if necessary, write the file and go back</source>
            <translation>必要时放大，写入文件并返回</translation>
        </message>
        <message>
            <source>This window is for one picture of another program. Open others in a window of their own.</source>
            <translation>此窗口仅用于另一个程序的一张图片。请在单独的窗口中打开其他图片。</translation>
        </message>
        <message>
            <source>The window closes when all is saved.</source>
            <translation>全部保存后窗口会关闭。</translation>
        </message>
        <message>
            <source>The enlarged picture is not handed over yet.</source>
            <translation>放大后的图片尚未交回。</translation>
        </message>
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
            <source>&amp;Models</source>
            <translation>模型(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <source>Zoo&amp;m</source>
            <translation>缩放(&amp;M)</translation>
        </message>
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
            <source>Full Scree&amp;n</source>
            <translation>全屏(&amp;N)</translation>
        </message>
        <message>
            <source>Nothing but the picture, on the whole screen</source>
            <translation>在整个屏幕上只显示图片</translation>
        </message>
        <message>
            <source>Side Pane&amp;ls</source>
            <translation>侧边面板(&amp;L)</translation>
        </message>
        <message>
            <source>Show the list and the options beside the picture</source>
            <translation>在图片旁显示列表和选项</translation>
        </message>
        <message>
            <source>&amp;Guide</source>
            <translation>指南(&amp;G)</translation>
        </message>
        <message>
            <source>How to do what, without a network</source>
            <translation>操作说明，无需网络</translation>
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
        <message>
            <source>About the picture</source>
            <translation>关于图片</translation>
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
            <source>Save next to the original</source>
            <translation>保存到原图所在位置</translation>
        </message>
        <message>
            <source>Save into the folder</source>
            <translation>保存到指定文件夹</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>About how much enlarging may use; with less it is slower. From the next start on</source>
            <translation>放大大约可用的内存；越少越慢。下次启动起生效</translation>
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
            <source>&amp;Run at low priority</source>
            <translation>以低优先级运行(&amp;R)</translation>
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
        <message>
            <source>&amp;After each picture</source>
            <translation>每张图片完成后(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Folder for results</source>
            <translation>结果文件夹(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Memory limit</source>
            <translation>内存上限(&amp;M)</translation>
        </message>
        <message>
            <source>Save All…</source>
            <translation>全部保存…</translation>
        </message>
        <message>
            <source>Keep for Next Time</source>
            <translation>保留到下次</translation>
        </message>
        <message>
            <source>The list is paused, and pictures wait.</source>
            <translation>列表已暂停，仍有图片在等待。</translation>
        </message>
        <message>
            <source>Pictures are still being enlarged.</source>
            <translation>仍有图片正在放大。</translation>
        </message>
        <message>
            <source>What you keep is offered at the next start, as it is.</source>
            <translation>保留的结果会在下次启动时原样提供。</translation>
        </message>
        <message>
            <source>What is not finished begins anew at the next start.</source>
            <translation>未完成的图片会在下次启动时重新开始。</translation>
        </message>
        <message>
            <source>The list could not be written down, so the window stays open. Save the results, or make room on the disk, and quit again.</source>
            <translation>无法写下列表，因此窗口保持打开。请保存结果或腾出磁盘空间，然后再次退出。</translation>
        </message>
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
</TS>

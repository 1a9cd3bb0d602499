"""Libraries that come inside wheels: which project each is of, and on which terms.

From the file names in the wheels of this program, and from the projects' own licence files. What
libvips is linked with is named in the notices of libvips-packaging, which builds that wheel.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LIBRARY = re.compile(
    r"(?:^|/)(?:lib)?([\w.+-]+?)(?:\.so(?:\.[\d.]+\w?)?|\.dll|(?:\.[\d.]+)?\.dylib)$"
)
_BUILD = re.compile(r"-[0-9a-f]{8,}")
"""What the tools that repair wheels put into names, so that two of them do not meet."""


@dataclass(frozen=True)
class Library:
    """name: of the project. licence: an SPDX expression. pattern: of file names without ``lib``."""

    name: str
    licence: str
    url: str
    pattern: str


_GCC = "GPL-3.0-or-later WITH GCC-exception-3.1"

KNOWN = (
    Library("Qt", "LGPL-3.0-only", "https://www.qt.io/", r"Qt6\w*|(pyside|shiboken)6.*"),
    Library("ICU", "Unicode-3.0", "https://icu.unicode.org/", r"icu(data|i18n|uc)"),
    Library("FFmpeg", "LGPL-2.1-or-later", "https://ffmpeg.org/",
            r"(avcodec|avformat|avutil|swresample|swscale)|opencv_videoio_ffmpeg.*"),
    Library("AOM", "BSD-2-Clause", "https://aomedia.googlesource.com/aom/", r"aom"),
    Library("libavif", "BSD-2-Clause", "https://github.com/AOMediaCodec/libavif", r"avif"),
    Library("libvpx", "BSD-3-Clause", "https://www.webmproject.org/", r"vpx"),
    Library("OpenSSL", "OpenSSL", "https://www.openssl.org/", r"(ssl|crypto)"),
    Library("libdrm", "MIT", "https://dri.freedesktop.org/", r"drm"),
    Library("OpenBLAS", "BSD-3-Clause", "https://www.openmathlib.org/OpenBLAS/",
            r"(scipy_)?openblas.*"),
    Library("libgfortran", _GCC, "https://gcc.gnu.org/", r"gfortran.*"),
    Library("libquadmath", "LGPL-2.1-or-later", "https://gcc.gnu.org/", r"quadmath.*"),
    Library("libgomp", _GCC, "https://gcc.gnu.org/", r"gomp"),
    Library("libpng", "libpng-2.0", "http://www.libpng.org/pub/png/libpng.html", r"png16"),
    Library("libjpeg-turbo", "IJG AND BSD-3-Clause AND Zlib", "https://libjpeg-turbo.org/",
            r"(turbo)?jpeg"),
    Library("LibTIFF", "libtiff", "https://libtiff.gitlab.io/libtiff/", r"tiff"),
    Library("libwebp", "BSD-3-Clause", "https://developers.google.com/speed/webp",
            r"(webp(mux|demux)?|sharpyuv)"),
    Library("OpenJPEG", "BSD-2-Clause", "https://www.openjpeg.org/", r"openjp2"),
    Library("Little CMS", "MIT", "https://www.littlecms.com/", r"lcms2"),
    Library("FreeType", "FTL OR GPL-2.0-or-later", "https://freetype.org/", r"freetype"),
    Library("HarfBuzz", "MIT", "https://harfbuzz.github.io/", r"harfbuzz"),
    Library("Brotli", "MIT", "https://github.com/google/brotli", r"brotli(common|dec)"),
    Library("XZ Utils", "0BSD", "https://tukaani.org/xz/", r"lzma"),
    Library("Zstandard", "BSD-3-Clause OR GPL-2.0-only", "https://facebook.github.io/zstd/",
            r"zstd"),
    Library("zlib", "Zlib", "https://zlib.net/", r"z"),
    Library("libXau", "MIT-open-group", "https://www.x.org/", r"Xau"),
    Library("libxcb", "X11", "https://xcb.freedesktop.org/", r"xcb.*"),
    Library("libvips", "LGPL-2.1-or-later", "https://www.libvips.org/", r"vips.*"),
    Library("oneTBB", "Apache-2.0", "https://github.com/uxlfoundation/oneTBB", r"tbb\w*"),
    Library("hwloc", "BSD-3-Clause", "https://www.open-mpi.org/projects/hwloc/", r"hwloc"),
    Library("ONNX Runtime", "MIT", "https://onnxruntime.ai/", r"onnxruntime.*"),
    Library("OpenVINO", "Apache-2.0", "https://docs.openvino.ai/", r"openvino.*"),
    Library("PyTorch", "BSD-3-Clause", "https://pytorch.org/",
            r"(torch\w*|c10\w*|caffe2_nvrtc|shm|aoti_custom_ops|backend_with_compiler|jitbackend_test)"),
    Library("libheif", "LGPL-3.0-or-later", "https://github.com/strukturag/libheif", r"heif"),
    Library("libde265", "LGPL-3.0-or-later", "https://github.com/strukturag/libde265", r"de265"),
    Library("x265", "GPL-2.0-or-later", "https://www.x265.org/", r"x265"),
    Library("JasPer", "JasPer-2.0", "https://jasper-software.github.io/jasper/", r"jasper"),
    Library("Intel OpenMP", "Apache-2.0 WITH LLVM-exception", "https://openmp.llvm.org/",
            r"(iomp5md|iompstubs5md|omp)"),
    Library("FBGEMM", "BSD-3-Clause", "https://github.com/pytorch/FBGEMM", r"fbgemm|asmjit"),
    Library("Mesa", "MIT", "https://www.mesa3d.org/", r"opengl32sw"),
    Library("libuv", "MIT", "https://libuv.org/", r"uv"),
    Library("Microsoft C++ runtime", "LicenseRef-Microsoft-Visual-C-Runtime",
            "https://visualstudio.microsoft.com/license-terms/", r"(msvcp|vcruntime|concrt)\d+.*"),
)  # fmt: skip

NVIDIA = Library(
    "NVIDIA CUDA libraries",
    "LicenseRef-NVIDIA-Proprietary",
    "https://docs.nvidia.com/cuda/eula/",
    "",
)
"""Of an environment with PyTorch for CUDA, from which nothing is released."""

INSIDE_LIBVIPS = (
    Library("Cairo", "MPL-2.0 OR LGPL-2.1-only", "https://cairographics.org/", ""),
    Library("cgif", "MIT", "https://github.com/dloebl/cgif", ""),
    Library("Expat", "MIT", "https://libexpat.github.io/", ""),
    Library("Fontconfig", "HPND-sell-variant", "https://fontconfig.org/", ""),
    Library("FriBidi", "LGPL-2.1-or-later", "https://github.com/fribidi/fribidi", ""),
    Library("GLib", "LGPL-2.1-or-later", "https://gitlab.gnome.org/GNOME/glib", ""),
    Library("Highway", "Apache-2.0 OR BSD-3-Clause", "https://github.com/google/highway", ""),
    Library("libarchive", "BSD-2-Clause", "https://libarchive.org/", ""),
    Library("libexif", "LGPL-2.1-or-later", "https://libexif.github.io/", ""),
    Library("libffi", "MIT", "https://sourceware.org/libffi/", ""),
    Library("libimagequant", "BSD-2-Clause", "https://github.com/lovell/libimagequant", ""),
    Library("libnsgif", "MIT", "https://www.netsurf-browser.org/projects/libnsgif/", ""),
    Library("librsvg", "LGPL-2.1-or-later", "https://gitlab.gnome.org/GNOME/librsvg", ""),
    Library("libxml2", "MIT", "https://gitlab.gnome.org/GNOME/libxml2", ""),
    Library("mozjpeg", "IJG AND BSD-3-Clause AND Zlib", "https://github.com/mozilla/mozjpeg", ""),
    Library("Pango", "LGPL-2.1-or-later", "https://gitlab.gnome.org/GNOME/pango", ""),
    Library("pixman", "MIT", "https://www.pixman.org/", ""),
    Library("zlib-ng", "Zlib", "https://github.com/zlib-ng/zlib-ng", ""),
    *(known for known in KNOWN if known.name in {
        "AOM", "FreeType", "HarfBuzz", "Little CMS", "LibTIFF", "libheif", "libpng", "libwebp",
    }),
)  # fmt: skip
"""Linked into that one library, so that no file of theirs is seen; nor are their versions."""


def known(path: str) -> Library | None:
    """The project of a library file, by its name; None for what is not known."""
    if path.startswith("PySide6/") and "/plugins/" in f"/{path}":
        return KNOWN[0]  # Qt's own, whatever they are called
    if path.startswith("nvidia/"):
        return NVIDIA
    name = stem(path)
    return next((lib for lib in KNOWN if name and re.fullmatch(lib.pattern, name)), None)


def stem(path: str) -> str:
    """``aom`` of ``x.libs/libaom-a0d22147.so.3.14.1``; "" for what is no library."""
    found = _LIBRARY.search(path)
    return _BUILD.sub("", found[1]).removesuffix("-") if found else ""

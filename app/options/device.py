"""The options section for device and precision, with the reasons for the choice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton

from app.look.translation import counted, tr
from app.look.widgets import muted
from app.look.words import decimal, file_size
from app.options.section import Form, Section, choices, choose, enable_item
from fdiwn.api.options import DEVICES, PRECISIONS
from fdiwn.api.reports import Device, chosen


class DeviceSection(Section):
    """After `show_devices`, missing devices cannot be chosen."""

    check_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("device", tr("Device"))
        self._devices: tuple[Device, ...] | None = None
        words = {
            "auto": tr("Automatic"),
            "cpu": tr("Processor (CPU)"),
            "gpu": tr("Any GPU"),
            "webgpu": tr("GPU (WebGPU)"),
            "cuda": tr("NVIDIA GPU (CUDA)"),
            "mps": tr("Apple GPU (MPS)"),
            "intel-gpu": tr("Intel (OpenVINO)"),
        }
        self.device = choices(QComboBox(), [(words[name], name) for name in DEVICES])
        names = {"auto": tr("Automatic")}
        self.precision = choices(QComboBox(), [(names.get(p, p), p) for p in PRECISIONS])
        self.will_be = muted(tr("Known after the first picture, or when you look here."))
        self.will_be.setAccessibleName(tr("What will be used"))
        self.check = QPushButton(tr("Check this computer…"))
        form = Form()
        form.add(tr("Device"), self.device)
        form.add(tr("Precision"), self.precision)
        self.column.addWidget(form)
        self.column.addWidget(self.will_be)
        self.column.addWidget(self.check)
        self.device.currentIndexChanged.connect(self._choose)
        self.precision.currentIndexChanged.connect(self._choose)
        self.check.clicked.connect(self.check_wanted)
        self._tell()

    def chosen_device(self) -> str:
        return str(self.device.currentData())

    def chosen_precision(self) -> str:
        return str(self.precision.currentData())

    def show_choice(self, device: str, precision: str) -> None:
        choose(self.device, device)
        choose(self.precision, precision)
        self._tell()

    def show_checking(self) -> None:
        """Show that the engine has not answered yet."""
        if self._devices is None:
            self.will_be.setText(tr("Checking…"))

    def show_devices(self, devices: tuple[Device, ...] | None, problem: str = "") -> None:
        """None: the engine could not list them."""
        self._devices = devices
        if devices is None:
            self.will_be.setText(problem)
            return
        for index, name in enumerate(DEVICES):
            if name == "gpu":
                is_there = chosen(devices, name) is not None
                enable_item(self.device, index, "" if is_there else _none())
            found = next((device for device in devices if device.id == name), None)
            if found is not None:
                enable_item(self.device, index, "" if found.present else _missing(found))
        self._tell()

    def _choose(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        wanted, precision = self.chosen_device(), self.chosen_precision()
        parts = [self.device.currentText()]
        if precision != "auto":
            parts.append(precision)
        if self._devices is None:
            self.header.tell(", ".join(parts))
            return
        device = chosen(self._devices, wanted)
        if device is None:
            self.will_be.setText(tr("It is not there: choose another device."))
            self.header.tell(tr("Missing"))
            return
        for index, name in enumerate(PRECISIONS):
            can = name == "auto" or name in device.precisions
            why_not = tr("{0} does not compute in it").format(device.name)
            enable_item(self.precision, index, "" if can else why_not)
        self.will_be.setText(_sentence(device, wanted, precision))
        used = device.fastest if precision == "auto" else precision
        self.header.tell(f"{_short(device)}, {used}")


def _missing(device: Device) -> str:
    if device.unsupported:
        return tr("This installation cannot use one")
    if device.problem:
        return tr("It was tried, and is not used: {0}").format(device.problem)
    return _none()


def _none() -> str:
    return tr("There is none in this computer")


def _short(device: Device) -> str:
    return tr("CPU") if device.id == "cpu" else device.name


def _sentence(device: Device, wanted: str, precision: str) -> str:
    """A text about the device and precision, and why."""
    lines = [device.name]
    if device.threads:
        threads = counted("%n threads", device.threads)
        lines.append(threads.replace("%n", str(device.threads)))
    lines.append(device.fastest if precision == "auto" else precision)
    if device.memory:
        lines.append(tr("{0} of memory").format(file_size(device.memory)))
    why = []
    if wanted == "auto":
        why.append(_why_device(device))
    if precision == "auto":
        why.append(_why_precision(device))
    elif precision not in device.precisions:
        why.append(tr("It does not compute in {0}: choose another precision.").format(precision))
    return ", ".join(lines) + ".\n" + " ".join(why)


def _why_device(device: Device) -> str:
    if device.id == "cpu":
        return tr("No faster GPU was found.")
    if device.speed:
        return tr("In a trial it was {0} times as fast as the processor.").format(
            decimal(device.speed, 1)
        )
    return tr("A GPU is many times as fast as a CPU.")


def _why_precision(device: Device) -> str:
    if device.fastest == "float32":
        return tr("Full precision.")
    text = tr("It computes in {0} by itself, which is faster and costs less than {1} dB.")
    return text.format(device.fastest, decimal(0.01, 2))

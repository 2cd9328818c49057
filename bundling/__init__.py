"""Makes what people install: a Windows folder, MSI and setup, and a Linux package; and tries each of them.

Not in the wheel. Needs Debian's ``wine wine64 nsis wixl msitools osslsigncode`` for Windows, and ``binutils
libpython3-dev`` for Linux; trying needs ``xvfb openbox xdotool wmctrl imagemagick debootstrap`` too.
``python -m bundling --help`` lists the commands.
"""

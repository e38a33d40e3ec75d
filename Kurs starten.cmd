@echo off
rem Startet den Kurs mit einem Doppelklick (Windows). Bei einem Fehler bleibt das Fenster offen.
setlocal
chcp 65001 > nul
title FairKI
pushd "%~dp0"
if not exist build_course.py goto nocourse

set "FITS=import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))"
set "PYTHON="
for %%V in (3.13 3.14 3.12 3.11) do if not defined PYTHON (
  py -%%V -c "%FITS%" > nul 2> nul && set "PYTHON=py -%%V"
)
for %%P in (python python3) do if not defined PYTHON (
  %%P -c "%FITS%" > nul 2> nul && set "PYTHON=%%P"
)
if not defined PYTHON goto nopython

%PYTHON% build_course.py serve %*
set "CODE=%ERRORLEVEL%"
if "%CODE%" == "0" goto end
goto stay

:nopython
echo.
echo Fehler: Auf diesem Rechner fehlt ein passendes Python.
echo Der Kurs braucht Python 3.11, 3.12, 3.13 oder 3.14. Sie finden es auf python.org unter „Downloads“.
echo Setzen Sie beim Installieren das Häkchen bei „Add python.exe to PATH“.
echo Starten Sie dann diese Datei noch einmal.
set "CODE=1"
goto stay

:nocourse
echo.
echo Fehler: Neben dieser Datei fehlt der Kurs.
echo Ist er noch in einer Zip-Datei? Klicken Sie mit rechts darauf, und wählen Sie „Alle extrahieren“.
echo Öffnen Sie dann „Kurs starten“ in dem neuen Ordner.
echo Liegt er auf einem Netzlaufwerk? Kopieren Sie den Ordner auf diesen Rechner, zum Beispiel nach C:\FairKI.
set "CODE=1"
goto stay

:stay
echo.
pause
:end
popd
exit /b %CODE%

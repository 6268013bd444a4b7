@echo off
rem Opens the lessons of Whose Words?: a double click is enough. No rights of an administrator are needed.
rem What follows the name goes to start.py, for example:  Start.cmd fresh
pushd "%~dp0"
if exist "python-windows\python.exe" goto beside
where py >nul 2>nul
if not errorlevel 1 goto installed
echo There is no Python here. README.txt says how to get one without being an administrator.
pause
goto end
:beside
"python-windows\python.exe" start.py %*
goto told
:installed
py -3 start.py %*
:told
if errorlevel 1 pause
:end
popd

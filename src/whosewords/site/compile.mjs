// Compiles the sources in packages to bytecode with the site's own Python, so that no browser has to: that is half
// of the time until a first line answers. node compile.mjs RELEASE FILE ...   (each file is written anew)
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [release, ...files] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(path.resolve(release, "pyodide.mjs")));
const python = await loadPyodide({ indexURL: path.resolve(release) + "/" });
python.runPython(`
import importlib.util, io, marshal, zipfile

HEAD = importlib.util.MAGIC_NUMBER + b"\\0" * 12

def compiled(data):
    old, out = zipfile.ZipFile(io.BytesIO(bytes(data))), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
        for each in old.infolist():
            content, name = old.read(each), each.filename
            if name.endswith(".py"):
                try:
                    code = compile(content, "/lib/python3.12/site-packages/" + name, "exec", dont_inherit=True, optimize=0)
                    content, name = HEAD + marshal.dumps(code), name + "c"
                except SyntaxError:
                    pass  # a template, or for another Python: it stays as it is
            if not name.endswith("/RECORD"):
                new.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
`);
const compiled = python.globals.get("compiled");
for (const file of files) fs.writeFileSync(file, Buffer.from(compiled(new Uint8Array(fs.readFileSync(file))).toJs()));
process.exit(0);

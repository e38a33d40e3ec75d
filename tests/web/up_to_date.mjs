/** Prints the browser store in a file as today's page reads it, for tests in Python. */
import { readFileSync } from "node:fs";
import { argv, stdout } from "node:process";
import { upToDate } from "../../fairki/web/migrations.js";

stdout.write(JSON.stringify(upToDate(JSON.parse(readFileSync(argv[2], "utf8")))));

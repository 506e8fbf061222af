// The least that a checker on remark does: parses each letter of a folder, and keeps nothing.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const folder = process.argv[2] ?? '.';
const parser = unified().use(remarkParse);
for (const name of readdirSync(folder)) parser.parse(readFileSync(path.join(folder, name), 'utf8'));

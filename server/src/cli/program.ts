import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { arrange } from './commands/arrange.ts';
import { caseload } from './commands/caseload.ts';
import { showCatalogue } from './commands/catalogue.ts';
import { assertSensible, check } from './commands/check.ts';
import { cite } from './commands/cite.ts';
import { compare } from './commands/compare.ts';
import { config } from './commands/config.ts';
import { criteria } from './commands/criteria.ts';
import { dictionary, DICTIONARY_FORMATS } from './commands/dictionary.ts';
import { explain } from './commands/explain.ts';
import { importLetters } from './commands/import.ts';
import { outline } from './commands/outline.ts';
import { remarks } from './commands/remarks.ts';
import { rules } from './commands/rules.ts';
import { signOffLetters } from './commands/sign-off.ts';
import { stats } from './commands/stats.ts';
import product from '../service/product.json' with { type: 'json' };
import { Failure, showingAll, type Console, type ExitCode } from './console.ts';
import { reporters } from './reporters/reporters.ts';

/** Runs one command line, without the program's name. Never rejects: what goes wrong is said on stderr. */
export async function run(args: readonly string[], given: Console): Promise<ExitCode> {
  const console = showingAll(given);
  let exitCode: ExitCode = 0;
  try {
    await createProgram(console, (code) => { exitCode = code; }).parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    console.err(`imr: ${error instanceof Failure ? error.message : internalFailure(error)}\n`);
    return 2;
  }
}

/** What went wrong and where, without the words of the letter that an error's message may quote. */
function internalFailure(error: unknown): string {
  const frame = error instanceof Error ? error.stack?.split('\n').find((line) => line.startsWith('    at '))?.trim() : undefined;
  const name = error instanceof Error ? error.name : 'Error';
  return `internal failure (${name}${frame ? ` ${frame}` : ''}). Please report it at https://github.com/imr-determination/imr-determination/issues.`;
}

function createProgram(console: Console, exit: (code: ExitCode) => void): Command {
  const program = new Command('imr')
    .description('Checks Independent Medical Review determination letters.')
    .version(product.version)
    .exitOverride()
    .configureOutput({ writeOut: console.out, writeErr: (text) => console.err(text.replace(/^error: /, 'imr: ')) });
  addCheck(program, console, exit);
  addOutline(program, console, exit);
  addCriteria(program, console, exit);
  addImport(program, console, exit);
  addSignOff(program, console, exit);

  settingsOptions(program.command('arrange').argument('<file>', 'a draft, or - for stdin'))
    .description('move, merge or split the items of a draft; what names them by number follows')
    .option('--move <item:place>', 'item 3 to the place of item 1: 3:1')
    .option('--merge <item:item>', 'item 3 into item 2: 3:2')
    .option('--split <item>', 'item 2 into two, at the “and” of its title; 2:1 at the first of several')
    .option('--write', 'into the file instead of stdout')
    .action(async (file, options) => exit(await arrange(file, options, console)));
  program.command('cite').argument('<text>', 'a citation, in quotes')
    .description('resolve a citation against the guideline catalogue')
    .addOption(format('text', 'json'))
    .addOption(new Option('--date <date>', 'the day on which it has to hold, YYYY-MM-DD').argParser(isoDate))
    .action(async (text, options) => exit(await cite(text, options, console)));
  program.command('catalogue').argument('[guideline]', 'the id of one, for its sections and pages')
    .description('the guideline facts in force, and where each came from')
    .addOption(format('text', 'json'))
    .addOption(new Option('--date <date>', 'those in force on that day, YYYY-MM-DD').argParser(isoDate))
    .option('--all', 'those that were superseded, too')
    .action(async (guideline, options) => exit(await showCatalogue(guideline, options, console)));
  inputOptions(settingsOptions(program.command('remarks')))
    .description('what others said of letters, in the file beside them and in themselves, and who has read them')
    .addOption(format('text', 'json'))
    .action(async (files, options) => exit(await remarks(files, options, console)));
  program.command('dictionary').description('drugs, treatments and anatomy for a spelling checker').addOption(format(...DICTIONARY_FORMATS))
    .action((options) => exit(dictionary(options, console)));
  settingsOptions(program.command('caseload').argument('<folder>'))
    .description('the letters of a folder, how far each is and how many days are left; what is due first in front')
    .addOption(format('text', 'json'))
    .addOption(new Option('--today <date>', 'the day to count from, YYYY-MM-DD').argParser(isoDate))
    .action(async (folder, options) => exit(await caseload(folder, options, console)));
  settingsOptions(program.command('compare').argument('<old>').argument('<new>'))
    .description('what changed from one version of a letter to another, item by item')
    .addOption(format('text', 'json'))
    .action(async (old, now, options) => exit(await compare(old, now, options, console)));
  program.command('stats').description('the local ledger of what became of what each rule found').addOption(format('text', 'json'))
    .action(async (options) => exit(await stats(options, console)));
  program.command('rules').description('list the rules').addOption(format('text', 'json'))
    .action((options) => exit(rules(options, console)));
  program.command('explain').argument('<rule>').description('print the page of a rule')
    .action((rule) => exit(explain(rule, console)));
  settingsOptions(program.command('config').argument('<file>')).description('the settings in force for a file, and where each came from')
    .addOption(format('text', 'json'))
    .action(async (file, options) => exit(await config(file, options, console)));
  settingsOptions(program.command('mcp')).description('serve the tools for assistants over stdin and stdout (Model Context Protocol)')
    // The protocol's library is large, and nothing else needs it.
    .action(async (options) => exit(await (await import('./commands/mcp.ts')).mcp(options, console)));
  // Started by main.ts before this program is even loaded; here for the help.
  program.command('lsp').description('start the language server').option('--stdio', 'talk over stdin and stdout');
  return program;
}

function addCheck(program: Command, console: Console, exit: (code: ExitCode) => void): void {
  inputOptions(settingsOptions(program.command('check')))
    .description('find faults in letters, and repair them')
    .addOption(format(...Object.keys(reporters)))
    .option('--fix', 'apply the safe fixes to the files')
    .option('--fix-dry-run', 'apply them without writing; --format json has the text as "output"')
    .option('--fix-rule <id>', 'only those of one rule, suggestions too; may be given several times', (given: string, before: string[]) => [...before, given], [])
    .option('--quiet', 'report errors only')
    .addOption(new Option('--max-warnings <number>', 'exit with 1 when there are more').argParser(wholeNumber))
    .addOption(new Option('--jobs <number>', 'how many letters are checked at the same time, each in a thread').argParser(wholeNumber))
    .action(async (files, options) => {
      assertSensible(files, options);
      exit(await check(files, options, console));
    });
}

function addOutline(program: Command, console: Console, exit: (code: ExitCode) => void): void {
  inputOptions(settingsOptions(program.command('outline')))
    .description('the letters as the program understands them')
    .addOption(format('text', 'json'))
    .action(async (files, options) => exit(await outline(files, options, console)));
}

function addCriteria(program: Command, console: Console, exit: (code: ExitCode) => void): void {
  inputOptions(settingsOptions(program.command('criteria')))
    .description('what each request is usually judged by, and what the letter says of it')
    .addOption(format('text', 'json'))
    .addOption(new Option('--item <number>', 'of one item only').argParser(wholeNumber))
    .action(async (files, options) => exit(await criteria(files, options, console)));
}

function addImport(program: Command, console: Console, exit: (code: ExitCode) => void): void {
  inputOptions(settingsOptions(program.command('import')))
    .description('published letters, as text (.txt), to Markdown drafts')
    .option('--out <place>', 'a Markdown file, or a folder for several drafts; otherwise stdout')
    .option('--overwrite', 'replace drafts that are there already')
    .action(async (files, options) => exit(await importLetters(files, options, console)));
}

function addSignOff(program: Command, console: Console, exit: (code: ExitCode) => void): void {
  inputOptions(settingsOptions(program.command('sign-off')))
    .description('say whether letters are ready to sign, and write the reports')
    .addOption(format('text', 'json'))
    .option('--out <folder>', 'write a report of each letter there, <name>.sign-off.html and .json')
    .option('--acknowledge-warnings', 'say on the reports that the reviewer has looked at the warnings')
    .action(async (files, options) => exit(await signOffLetters(files, options, console)));
}

function inputOptions(command: Command): Command {
  return command
    .argument('[files...]', 'files, folders, quoted patterns, or - for stdin')
    .option('--files-from <file>', 'read the names of the files from a file, one a line; - is stdin')
    .option('--stdin-filename <name>', 'what the text on stdin is called')
    .option('--no-ignore', 'take in what git ignores (.gitignore, .git/info/exclude)');
}

function settingsOptions(command: Command): Command {
  return command
    .option('--config <file>', 'a settings file instead of the nearest .imr.yaml')
    .option('--no-config', 'leave settings files alone')
    .option('--rule <id:severity>', 'set a rule; may be given several times', (given: string, before: string[]) => [...before, given], []);
}

/** The first of the choices is the default. */
function format(...choices: string[]): Option {
  return new Option('--format <format>', 'how to print').choices(choices).default(choices[0]);
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

function isoDate(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text))) throw new InvalidArgumentError('Give a day as YYYY-MM-DD.');
  return text;
}

/**
 * Called by Maven: `node build.mjs build` puts the page into target/classes/static, `node build.mjs
 * test` runs its tests. What is up to date is not done again: packages are installed when the lock
 * file has changed, the page is built when one of its inputs has.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const HERE = import.meta.dirname;
const TARGET = join(HERE, '..', 'target');
const STATIC = join(TARGET, 'classes', 'static');
const INPUTS = ['package.json', 'package-lock.json', 'index.html', 'vite.config.ts', 'tsconfig.json', 'build.mjs', 'public', 'src'];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`The page builds with Node 20.19 or newer; ${process.execPath} is ${process.version}. Put a newer one first on the PATH.`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

function npm(...args) {
  // The npm that came with this node, whatever else is on the PATH.
  const PATH = dirname(process.execPath) + delimiter + process.env.PATH;
  const { status, error } = spawnSync('npm', ['--loglevel=error', ...args], { cwd: HERE, stdio: 'inherit', env: { ...process.env, PATH } });
  if (error) fail(`npm does not start: ${error.message}. It comes with Node.`);
  if (status !== 0) fail(`npm ${args.join(' ')} failed in ${HERE}`);
}

function filesOf(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).sort().flatMap((name) => filesOf(join(path, name)));
}

function digest(inputs) {
  const hash = createHash('sha256').update(process.version);
  for (const file of inputs.flatMap((name) => filesOf(join(HERE, name)))) hash.update(file.slice(HERE.length)).update(readFileSync(file));
  return hash.digest('hex');
}

const holds = (stamp, value) => existsSync(stamp) && readFileSync(stamp, 'utf8') === value;

function install() {
  const stamp = join(HERE, 'node_modules', '.palmyra-lock');
  const lock = digest(['package-lock.json']);
  if (holds(stamp, lock)) return;
  npm('ci', '--prefer-offline', '--no-audit', '--no-fund');
  writeFileSync(stamp, lock);
}

function build() {
  const stamp = join(TARGET, 'dashboard.sha256');
  const inputs = digest(INPUTS);
  if (holds(stamp, inputs) && existsSync(join(STATIC, 'index.html'))) return;
  install();
  mkdirSync(TARGET, { recursive: true });
  npm('run', 'build', '--', '--outDir', STATIC, '--emptyOutDir', '--logLevel', 'warn');
  writeFileSync(stamp, inputs);
}

switch (process.argv[2]) {
  case 'build':
    build();
    break;
  case 'test':
    install();
    npm('test');
    break;
  default:
    fail('node build.mjs build|test');
}

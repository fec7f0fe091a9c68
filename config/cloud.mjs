/**
 * Bundles each cloud function into the folder it is deployed from: `dist/cloud/<name>/`. Bundling is worth more at cold
 * start than any choice of library.
 *
 *   node config/cloud.mjs
 */
import { chmodSync, copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { trim } from './trim.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const source = path.join(root, 'src/cloud/functions')
const target = path.join(root, 'dist/cloud')
const LIMIT_BYTES = 400 * 1024

/** Installed by the platform at deployment: they are large, and only what needs WeChat, texts or mail loads them. */
const INSTALLED = ['wx-server-sdk', 'tencentcloud-sdk-nodejs-sms', 'nodemailer']
const LOCAL_ONLY = 'src/cloud/local/'

const BOOTSTRAP = `#!/bin/bash
export PORT=9000
for node in /var/lang/node20/bin/node "$(command -v node)"; do
  [ -x "$node" ] && exec "$node" index.js
done
`

rmSync(target, { recursive: true, force: true })
const functions = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const faults = (await Promise.all(functions.map(({ name }) => bundle(name)))).flat()
for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 ? 1 : 0)

async function bundle(name) {
  const folder = path.join(target, name)
  mkdirSync(folder, { recursive: true })
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [path.join(source, name, 'index.ts')],
    outfile: path.join(folder, 'index.js'),
    bundle: true,
    minify: true,
    // The log names the functions that a failure went through.
    keepNames: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    alias: { '@': path.join(root, 'src') },
    external: [...INSTALLED, 'pg-native'],
    // As `require`: only that looks into NODE_PATH, where a platform may keep its packages.
    supported: { 'dynamic-import': false },
    plugins: [trim],
    metafile: true,
    logLevel: 'warning',
  })
  const [output] = Object.values(metafile.outputs)
  const packages = INSTALLED.filter((name) => output.imports.some((one) => one.external && one.path === name))
  writeJson(path.join(folder, 'package.json'), manifest(name, packages))
  copyFileSync(path.join(source, name, 'config.json'), path.join(folder, 'config.json'))
  if (name === 'web') writeBootstrap(path.join(folder, 'scf_bootstrap'))
  console.log(`cloud/${name} ${(output.bytes / 1024).toFixed(0)} KB`)
  return faultsOf(name, output, Object.keys(metafile.inputs))
}

function faultsOf(name, output, inputs) {
  const local = inputs.filter((file) => file.startsWith(LOCAL_ONLY))
  return [
    ...local.map((file) => `cloud/${name} contains ${file}, which belongs on a developer's machine only`),
    ...(output.bytes > LIMIT_BYTES ? [`cloud/${name} is larger than ${LIMIT_BYTES / 1024} KB`] : []),
  ]
}

function manifest(name, packages) {
  const { version, devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const dependencies = Object.fromEntries(packages.map((name) => [name, devDependencies[name]]))
  return {
    name: `bole-${name}`,
    version,
    private: true,
    main: 'index.js',
    engines: { node: '>=20' },
    dependencies,
  }
}

function writeJson(file, value) {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)
}

function writeBootstrap(file) {
  writeFileSync(file, BOOTSTRAP)
  chmodSync(file, 0o755)
}

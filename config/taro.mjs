/**
 * Runs Taro's compiler quietly: its output is shown when the build fails, or when watching.
 *
 *   node config/taro.mjs weapp|h5 [--watch] [--server http://127.0.0.1:8787] [--output dist/elsewhere]
 */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { parseArgs } from 'node:util'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    watch: { type: 'boolean', default: false },
    server: { type: 'string' },
    output: { type: 'string' },
  },
})
const [platform] = positionals
if (platform !== 'weapp' && platform !== 'h5') {
  console.error('Usage: node config/taro.mjs weapp|h5 [--watch] [--server <address>] [--output <folder>]')
  process.exit(2)
}

const taro = createRequire(import.meta.url).resolve('@tarojs/cli/bin/taro')
const started = Date.now()
const child = spawn(
  process.execPath,
  [taro, 'build', '--type', platform, ...(values.watch ? ['--watch'] : [])],
  {
    env: {
      ...process.env,
      NODE_ENV: values.watch ? 'development' : 'production',
      ...(values.server ? { BOLE_SERVER: values.server } : {}),
      ...(values.output ? { BOLE_OUTPUT: values.output } : {}),
    },
    stdio: values.watch ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  },
)

const output = []
child.stdout?.on('data', (chunk) => output.push(chunk))
child.stderr?.on('data', (chunk) => output.push(chunk))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))

child.on('close', (code) => {
  if (code === 0) console.log(`${platform} built in ${((Date.now() - started) / 1000).toFixed(1)} s`)
  else process.stderr.write(Buffer.concat(output))
  process.exit(code ?? 1)
})

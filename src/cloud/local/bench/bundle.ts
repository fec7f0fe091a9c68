import path from 'node:path'
import { build, type BuildOptions } from 'esbuild'
import { PROJECT } from '../folder'

/** One file for a plain Node process, as `config/cloud.mjs` makes them: nothing is compiled while it runs. */
export async function bundle(
  source: Pick<BuildOptions, 'entryPoints' | 'stdin'>,
  outfile: string,
): Promise<void> {
  await build({
    ...source,
    outfile,
    bundle: true,
    minifySyntax: true,
    minifyWhitespace: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    alias: { '@': path.join(PROJECT, 'src') },
    external: ['wx-server-sdk', 'tencentcloud-sdk-nodejs-sms', 'nodemailer', 'pg-native'],
    logLevel: 'error',
  })
}

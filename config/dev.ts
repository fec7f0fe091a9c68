import type { UserConfigExport } from '@tarojs/cli'

/** The dev server serves from its root; with './' its page dies of "Unexpected token '<'". */
export default { mini: {}, h5: { publicPath: '/' } } satisfies UserConfigExport<'webpack5'>

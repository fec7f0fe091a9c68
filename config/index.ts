import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import dev from './dev'
import prod from './prod'

const platform = process.env.TARO_ENV ?? 'h5'

/** Published in newer JavaScript than the oldest phones read (babel.config.js), and Taro leaves packages as they are. */
const compile = { include: [path.resolve(__dirname, '..', 'node_modules/uqr')] }

export default defineConfig<'webpack5'>((merge) => {
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'bole',
    date: '2026-11-22',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: process.env.BOLE_OUTPUT ?? `dist/${platform}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    plugins: ['accessibility.ts', 'attributes-in-use.ts', 'templates-in-use.ts'].map((file) =>
      path.resolve(__dirname, file),
    ),
    // Chinese stays Chinese: escaped, each character would weigh twice as much in the package.
    terser: { enable: true, config: { output: { ascii_only: false } } },
    alias: { '@': path.resolve(__dirname, '..', 'src') },
    /** Read at compile time only: a built client holds one address and cannot be pointed elsewhere. */
    defineConstants: {
      BOLE_SERVER: JSON.stringify(process.env.BOLE_SERVER ?? ''),
      BOLE_CLOUD_ENV: JSON.stringify(process.env.BOLE_CLOUD_ENV ?? ''),
    },
    mini: {
      compile,
      optimizeMainPackage: { enable: true },
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: { pxtransform: { enable: true, config: {} } },
    },
    h5: {
      compile,
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      // Without it each page brings its own copy of the components.
      webpackChain: (chain) =>
        chain.merge({
          optimization: {
            splitChunks: { cacheGroups: { shared: { name: 'shared', chunks: 'async', minChunks: 2 } } },
          },
        }),
      devServer: { port: 10086, open: false, host: '127.0.0.1' },
      postcss: {
        // The root's font size is a constant 20 px (src/styles/web.scss), so one design px is one css px.
        pxtransform: {
          enable: true,
          config: { baseFontSize: 20, minRootSize: 20, maxRootSize: 20, selectorBlackList: [/^html$/] },
        },
        autoprefixer: { enable: true, config: {} },
      },
    },
  }
  return merge({}, base, process.env.NODE_ENV === 'development' ? dev : prod)
})

// No polyfills: core-js would add 40 kB to the web build for browsers older than 2019 (no Object.fromEntries).
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
}

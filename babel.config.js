// What the oldest phones we serve understand, said here because Babel does not find package.json's browserslist through
// Taro: without it everything becomes ES5, a fifth larger. No polyfills: core-js would add 40 kB for browsers of 2018.
const targets = { ios: '13', chrome: '73' }

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, targets }]],
}

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, targets: { node: 'current' }, hot: false }]],
}

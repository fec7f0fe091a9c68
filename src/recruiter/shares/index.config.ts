export default definePageConfig({
  navigationBarTitleText: '可疑来源',
  // A phone's browser has a pull of its own.
  ...(process.env.TARO_ENV === 'weapp' && { enablePullDownRefresh: true }),
})

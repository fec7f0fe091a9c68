export default definePageConfig({
  navigationBarTitleText: '我的推荐方式',
  // A phone's browser has a pull of its own.
  ...(process.env.TARO_ENV === 'weapp' && { enablePullDownRefresh: true }),
})

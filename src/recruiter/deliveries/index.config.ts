export default definePageConfig({
  navigationBarTitleText: '没送到的提醒',
  // A phone's browser has a pull of its own.
  ...(process.env.TARO_ENV === 'weapp' && { enablePullDownRefresh: true }),
})

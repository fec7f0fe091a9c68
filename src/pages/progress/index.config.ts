export default definePageConfig({
  navigationBarTitleText: '进度',
  enableShareAppMessage: true,
  // A phone's browser has a pull of its own.
  ...(process.env.TARO_ENV === 'weapp' && { enablePullDownRefresh: true }),
})

export default definePageConfig({
  navigationBarTitleText: '伯乐内推',
  enableShareAppMessage: true,
  // A phone's browser has a pull of its own.
  ...(process.env.TARO_ENV === 'weapp' && { enablePullDownRefresh: true }),
})

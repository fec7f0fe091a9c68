export default definePageConfig({
  navigationBarTitleText: '进度详情',
  // A phone's browser has a pull of its own.
  ...(process.env.TARO_ENV === 'weapp' && { enablePullDownRefresh: true }),
})

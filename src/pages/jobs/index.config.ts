export default definePageConfig({
  navigationBarTitleText: '在招职位',
  // A phone's browser has a pull of its own.
  ...(process.env.TARO_ENV === 'weapp' && { enablePullDownRefresh: true }),
})

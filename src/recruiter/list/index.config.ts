export default definePageConfig({ navigationBarTitleText: '推荐列表' })

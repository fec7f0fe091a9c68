export default definePageConfig({ navigationBarTitleText: '进度', enableShareAppMessage: true })

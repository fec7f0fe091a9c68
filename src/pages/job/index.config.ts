export default definePageConfig({ navigationBarTitleText: '职位', enableShareAppMessage: true })

export default definePageConfig({ navigationBarTitleText: '可疑来源' })

export default definePageConfig({ navigationBarTitleText: '转发卡片', enableShareAppMessage: true })

export default definePageConfig({ navigationBarTitleText: '伯乐内推', enableShareAppMessage: true })

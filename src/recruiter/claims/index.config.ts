export default definePageConfig({ navigationBarTitleText: '待裁定' })

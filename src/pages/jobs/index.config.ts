export default definePageConfig({ navigationBarTitleText: '在招职位' })

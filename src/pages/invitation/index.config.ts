export default definePageConfig({ navigationBarTitleText: '内推邀请' })

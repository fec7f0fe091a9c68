/// <reference types="@tarojs/taro" />

declare module '*.png' {
  const url: string
  export default url
}

declare module '*.scss'

/** Where the client calls: '' = wx.cloud.callFunction in WeChat, the page's own origin on the web. */
declare const BOLE_SERVER: string

/** The CloudBase environment's id; '' = the account's default one. */
declare const BOLE_CLOUD_ENV: string

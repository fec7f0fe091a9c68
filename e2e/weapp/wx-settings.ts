import { wxApi } from './wx-api'
import type { Device } from './wx-device'

type Wish = { withSubscriptions?: boolean }

/** WeChat's settings of this mini-program: read, and opened so that the person can change them. */
export function settings(device: Device): Record<string, unknown> {
  const { pictures, subscriptions } = device
  const told = ({ withSubscriptions }: Wish) => ({
    authSetting: { 'scope.writePhotosAlbum': pictures.album.allowed },
    ...(withSubscriptions && {
      subscriptionsSetting: { mainSwitch: subscriptions.on, itemSettings: { ...subscriptions.kept } },
    }),
  })
  return {
    getSetting: wxApi('getSetting', told),
    openSetting: wxApi('openSetting', (wish: Wish) => {
      device.settingsOpened += 1
      pictures.album.allowed = pictures.album.allowedInSettings
      Object.assign(subscriptions, subscriptions.inSettings)
      return told(wish)
    }),
  }
}

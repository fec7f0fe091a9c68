import type { IPluginContext, TaroPlatformBase } from '@tarojs/service'

const spoken = { 'aria-role': 'i.role', 'aria-label': 'i.ariaLabel', 'aria-disabled': 'i.ariaDisabled' }
const components = ['view', 'static-view', 'button', 'input', 'textarea', 'image', 'static-image', 'text']

/**
 * Lets `role` and `aria-label` reach the mini-program: Taro's templates drop every attribute they don't list.
 * Can go when Taro's weapp templates carry them by themselves.
 */
export default function accessibility(ctx: IPluginContext) {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: TaroPlatformBase) {
      if (process.env.TARO_ENV !== 'weapp') return
      const { template } = platform
      const create = template['createMiniComponents'].bind(template)
      template['createMiniComponents'] = (all) => {
        const made = create(all)
        for (const name of components) if (made[name]) Object.assign(made[name], spoken)
        return made
      }
    },
  })
}

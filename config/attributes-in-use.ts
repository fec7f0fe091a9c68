import type { IPluginContext, TaroPlatformBase } from '@tarojs/service'

/**
 * What Taro's templates of View and Text carry and no page of ours sets. Each of the fifteen levels of templates repeats
 * them: 15 kB of the main package, and an event across the bridge for every finger that moves over a row.
 * `attributes-in-use.test.ts` fails when a page begins to use one: take it out of this list then.
 */
export const UNUSED = [
  ...['hover-stop-propagation', 'hover-start-time', 'hover-stay-time', 'animation'],
  ...['bindanimationstart', 'bindanimationiteration', 'bindanimationend', 'bindtransitionend'],
  ...['bindtouchstart', 'bindtouchmove', 'bindtouchend', 'bindtouchcancel', 'bindlongpress'],
  ...['selectable', 'space', 'decode', 'overflow', 'max-lines'],
]

const COMPONENTS = ['view', 'catch-view', 'static-view', 'text', 'static-text']

export default function attributesInUse(ctx: IPluginContext) {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: TaroPlatformBase) {
      if (process.env.TARO_ENV !== 'weapp') return
      const { template } = platform
      const create = template['createMiniComponents'].bind(template)
      template['createMiniComponents'] = (all) => {
        const made = create(all)
        for (const name of COMPONENTS) made[name] = withoutUnused(made[name])
        return made
      }
    },
  })
}

function withoutUnused(attributes: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).filter(([name]) => !UNUSED.includes(name.toLowerCase())),
  )
}

type Result = Record<string, unknown>

/** How a mini-program asks for an answer; with none of these it gets a promise. */
export type Asked = {
  success?: (result: Result) => void
  fail?: (failure: { errMsg: string }) => void
  complete?: (result: Result) => void
}

/** A failure that WeChat numbers. */
export class WxFailure extends Error {
  constructor(
    errMsg: string,
    readonly errCode?: number,
  ) {
    super(errMsg)
  }
}

/** A function of `wx`: `answer` gives the result, or throws why not. */
export function wxApi<Options extends object>(
  name: string,
  answer: (options: Options) => object | void | Promise<object | void>,
): (options?: Options & Asked) => Promise<Result> | undefined {
  return (options = {} as Options & Asked) => {
    const answered = Promise.resolve(options)
      .then(answer)
      .then((result): Result => ({ errMsg: `${name}:ok`, ...result }))
    const { success, fail, complete } = options
    if (!success && !fail && !complete) return answered
    answered.then(
      (result) => {
        success?.(result)
        complete?.(result)
      },
      (error: unknown) => {
        const errMsg = error instanceof Error ? error.message : `${name}:fail ${String(error)}`
        const failure = error instanceof WxFailure ? { errMsg, errCode: error.errCode } : { errMsg }
        fail?.(failure)
        complete?.(failure)
      },
    )
    return undefined
  }
}

const address = /(https?:\/\/[^\s<>"]+)/

/** Text in which web addresses can be tapped, as KakaoTalk makes them. */
export function LinkedText({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(address).map((part, index) =>
        address.test(part) ? (
          <a key={index} href={part} target="_blank" rel="noopener">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  )
}

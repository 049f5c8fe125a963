/**
 * How pages for patients look: one column from 360 px, type that can be read at eighty. Within a notice, what must stand
 * out is 24 px and nothing else is over 20 px (개인정보 처리 방법에 관한 고시 §4: 9 pt at least, and a fifth larger).
 */
export const patientPageStyle = `
*{box-sizing:border-box}
body{margin:0;background:#f4f8f7;color:#1d2b2a;font:18px/1.65 Pretendard,-apple-system,"Apple SD Gothic Neo","Noto Sans KR","Noto Sans CJK KR","Malgun Gothic",sans-serif;word-break:keep-all;overflow-wrap:anywhere}
header,main{max-width:640px;margin:auto;padding:16px}
header{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:4px 16px}
header a{padding:10px 0}
a{color:#0a534d}
h1{margin:8px 0;font-size:27px;line-height:1.35}
h2{margin:0;font-size:22px;line-height:1.4}
.lead{margin:0 0 20px}
.notice,.settled,.problem{margin:0 0 20px;padding:18px 16px;border:2px solid #b9cfcb;border-radius:14px;background:#fff;min-width:0}
.notice legend{float:left;width:100%;padding:0;font-size:20px;font-weight:700;line-height:1.4}
.notice legend+*{clear:both}
.notice.open{border-color:#a3271e}
.settled h2{font-size:20px}
.settled p{margin:4px 0 0}
.changed{margin:10px 0 0;padding:8px 12px;border-left:4px solid #0a534d;background:#eaf5f2}
dl{margin:0;padding-top:12px}
dt{margin-top:10px;color:#47605c;font-size:17px}
dd{margin:0}
.whole{white-space:nowrap}
dd strong{font-size:24px;line-height:1.4;color:#0a3f74;text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:4px}
.error,.problem.errors h2{color:#a3271e}
.error{margin:14px 0 0;font-weight:700}
.problem.errors{border-color:#a3271e}
.problem ul{margin:8px 0 0;padding-left:22px}
.problem li{padding:4px 0}
.choices{display:grid;grid-auto-rows:1fr;gap:10px;margin-top:16px}
.choice{display:flex;align-items:center;gap:14px;min-height:60px;padding:10px 14px;border:2px solid #6d8783;border-radius:12px;background:#fff;font-size:20px;cursor:pointer}
.choice:has(:checked){border-color:#0a534d;background:#eaf5f2}
.choice:has(:focus-visible){outline:3px solid #0a3f74;outline-offset:2px}
.choice input{flex:none;width:26px;height:26px;margin:0;accent-color:#0a534d}
.field{display:block;margin:0 0 16px}
.field input{display:block;width:100%;min-height:56px;margin-top:6px;padding:8px 14px;border:2px solid #6d8783;border-radius:12px;font:inherit;font-size:22px}
button{width:100%;min-height:64px;border:0;border-radius:14px;background:#0a534d;color:#fff;font:inherit;font-size:22px;font-weight:700;cursor:pointer}
button.second{border:2px solid #0a534d;background:#fff;color:#0a534d}
button:focus-visible,a:focus-visible,.field input:focus-visible{outline:3px solid #0a3f74;outline-offset:2px}
`

const GIVEN =
  'Aaron Abdul Adam Ahmed Aisha Alex Alexander Alice Ali Amanda Amina Amy Ana Andrea Andrew Angela Anna Anne Anthony Ashley Barbara Ben Benjamin Brian Carlos Carol Caroline Catherine Charles Charlotte Chris Christina Christopher Claire Daniel David Deborah Diana Dmitri Donna Edward Elena Elizabeth Emily Emma Eric Ethan Eva Fatima Fernando Francis Frank Gabriel George Grace Hannah Harry Hassan Helen Henry Ibrahim Igor Irina Isabella Ivan Jack Jacob James Jane Janet Jason Jean Jennifer Jessica Joan John Jonathan Jose Joseph Joshua Juan Julia Julie Karen Kate Katherine Kevin Kim Kumar Laura Lauren Leila Liam Linda Linh Lisa Lucas Lucy Luis Maria Marie Mark Martin Mary Matthew Maya Megan Mei Mia Michael Michelle Miguel Ming Mohamed Mohammad Mohammed Muhammad Nadia Nancy Natalia Natasha Nathan Nicole Noah Nora Olga Oliver Olivia Omar Pamela Patricia Patrick Paul Peter Philip Priya Rachel Rahul Ravi Rebecca Richard Robert Rosa Rose Ruth Ryan Sam Samantha Samuel Sandra Sara Sarah Sergei Simon Sofia Sophia Sophie Stephanie Stephen Steven Susan Svetlana Thomas Tim Timothy Tom Tony Tuan Victor Victoria Vladimir Wei William Xiao Yuki Yusuf Zara'
const FAMILY =
  'Nguyen Tran Pham Hoang Huynh Phan Vu Vo Dang Bui Do Ngo Duong Wang Zhang Liu Chen Huang Zhao Zhou Xu Sun Zhu Tanaka Suzuki Sato Yamada Watanabe Singh Sharma Patel Gurung Tamang Rai Thapa Khan Rahman Hossain Santos Reyes Cruz Garcia Gonzalez Rodriguez Martinez Lopez Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Moore Jackson White Harris Thompson Walker Robinson Lewis Clark Ivanova Ivanov Petrov Petrova Kim Lee Park Choi Jung Jeong Chung Kang Cho Yoon Yun Jang Chang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Yoo Yu Hong Jeon Ko Go Moon Yang Son Bae Baek Heo Nam Shim Sim Noh Roh Ha Sung Cha Joo Woo Koo Min Ryu Na Jin Ji Eom Chae Won Bang Kong Hyun Seol Pyo Myung Do'
/** Words of Hangul syllables in the usual spelling, such as Minsu, Ji-won and Seoyeon. */
const KOREAN_GIVEN =
  /^(?:[Ss]eo|[Ss]u|[Ss]oo|[Ss]ang|[Ss]eung|[Ss]eong|[Ss]ung|[Ss]i|[Ss]o|[Ss]un|[Ss]oon|[Mm]in|[Mm]i|[Mm]yung|[Mm]yeong|[Jj]i|[Jj]ae|[Jj]in|[Jj]un|[Jj]oon|[Jj]u|[Jj]oo|[Jj]ung|[Jj]eong|[Jj]ong|[Hh]ye|[Hh]yun|[Hh]yeon|[Hh]yo|[Hh]ee|[Hh]a|[Hh]ae|[Hh]o|[Yy]e|[Yy]eon|[Yy]oung|[Yy]eong|[Yy]un|[Yy]oon|[Yy]u|[Yy]oo|[Ee]un|[Kk]yung|[Kk]yeong|[Gg]yeong|[Kk]i|[Gg]i|[Dd]o|[Dd]ong|[Dd]a|[Dd]ae|[Tt]ae|[Cc]hae|[Cc]hul|[Cc]heol|[Cc]han|[Nn]a|[Bb]o|[Bb]in|[Aa]h?|[Ww]oo|[Ww]on|[Ii]n|[Gg]eun|[Gg]a|[Ss]eol|[Ll]i|[Rr]a|[Rr]i|[Ss]ol|[Uu]|[Hh]wa|[Ss]uk|[Ss]ook|[Ss]eok|[Hh]oon|[Hh]un|[Bb]eom|[Bb]um|[Ss]ik|[Hh]yuk|[Uu]k|[Ww]ook)[\s-]?(?:[a-z]{1,5})$/
const GIVEN_NAMES: ReadonlySet<string> = new Set(GIVEN.toLowerCase().split(' '))
const FAMILY_NAMES: ReadonlySet<string> = new Set(FAMILY.toLowerCase().split(' '))
/** Places, houses and firms that are called by a name. */
const NO_PERSON =
  /\b(?:Hospital|River|Street|Road|Station|University|Bank|Center|Centre|Clinic|Day|Year|Building|Ward|Room|Hall|Hotel|Airport|City|District|Gate|Floor|Garden|Park\s(?:Hyatt|Gate)|Tower|Café|Cafe|Wing|Medical|Health|Insurance|Pay|Card|Line|Drug|Pharmacy|Office|Desk|Team|Department|New|Happy|Merry|Thank|Dear|Hello|Please|The|My|Your|On|In|At|Of|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/

/** Whether two to four capitalised words are a person's name: a given name with another word, or a family name with one. */
export function isLatinFullName(words: string): boolean {
  if (NO_PERSON.test(words)) return false
  const parts = words.split(/\s+/)
  const lower = parts.map((part) => part.toLowerCase())
  const first = lower[0] ?? ''
  const last = lower.at(-1) ?? ''
  if (GIVEN_NAMES.has(first)) return true
  const hasFamily = FAMILY_NAMES.has(first) || FAMILY_NAMES.has(last)
  return (
    hasFamily &&
    parts.some(
      (part) => KOREAN_GIVEN.test(part) || GIVEN_NAMES.has(part.toLowerCase()) || parts.length > 2 || part.length > 3,
    )
  )
}

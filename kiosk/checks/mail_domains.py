"""The mail domains families use: those a slip may be mended to, and those that are just real.

The names are facts, from the providers' own pages and from public lists of mail domains. A school
does not write here: its provider cards and its student domains are handed in beside this list.
"""

# Name -> its endings, the most used name and ending first: of two mendings just as near, the
# first is offered. Only what families in the United States commonly have stands here.
_COMMON = {
    "gmail": "com",
    "yahoo": "com ca co.uk com.mx es fr de it com.br com.ar com.au co.nz co.in in com.ph com.vn"
    " co.id com.sg com.my com.hk com.tw co.jp co.kr co.th com.co com.pe com.ve cl ie",
    "hotmail": "com co.uk ca es fr de it com.ar com.br com.au cl co.jp co.th com.tw com.vn",
    "outlook": "com es fr de it pt in jp kr com.ar com.au com.br com.pe com.vn co.id co.th",
    "icloud": "com",
    "aol": "com",
    "comcast": "net",
    "live": "com ca co.uk com.mx com.ar com.au com.ph fr de it jp cn",
    "msn": "com",
    "att": "net",
    "sbcglobal": "net",
    "verizon": "net",
    "ymail": "com",
    "me": "com",
    "mac": "com",
    "cox": "net",
    "charter": "net",
    "bellsouth": "net",
    "proton": "me",
    "protonmail": "com ch",
    "googlemail": "com",
    "rocketmail": "com",
    "mail": "com ru",
    "centurylink": "net",
    "earthlink": "net",
    "frontier": "com",
    "frontiernet": "net",
    "windstream": "net",
    "optonline": "net",
    "gmx": "com net de us",
    "pm": "me",
    "q": "com",
    "qq": "com",
    "163": "com",
    "126": "com",
    "naver": "com",
    "daum": "net",
    "hanmail": "net",
    "nate": "com",
    "kakao": "com",
    "ukr": "net",
    "yandex": "com ru ua by kz com.tr",
    "inbox": "ru com lv lt",
    "list": "ru",
    "bk": "ru",
    "rambler": "ru",
    "aim": "com",
    "juno": "com",
    "netzero": "net com",
    "zoho": "com eu in",
    "zohomail": "com eu in",
    "tuta": "com io",
    "tutanota": "com de",
    "tutamail": "com",
    "fastmail": "com fm",
    "hey": "com",
    "hushmail": "com",
    "windowslive": "com",
    "rediffmail": "com",
    "foxmail": "com",
    "sina": "com cn",
    "pacbell": "net",
    "ameritech": "net",
    "swbell": "net",
    "prodigy": "net net.mx",
    "roadrunner": "com",
    "suddenlink": "net",
    "mediacombb": "net",
    "embarqmail": "com",
    "wavecable": "com",
}

COMMON_DOMAINS: tuple[str, ...] = tuple(
    f"{name}.{ending}" for name, endings in _COMMON.items() for ending in endings.split()
)

# Invented words that nobody else bears: for these alone any one letter but the first, and any
# ending that no provider is known by, counts as a slip.
_UNIQUE = """
gmail yahoo hotmail outlook icloud comcast sbcglobal verizon ymail bellsouth protonmail googlemail
rocketmail centurylink earthlink windstream optonline hanmail tutanota hushmail windowslive
rediffmail pacbell ameritech suddenlink mediacombb embarqmail
"""

UNIQUE_NAMES = frozenset(_UNIQUE.split())

_OTHER_COUNTRIES = """
aol.co.uk aol.fr aol.de aol.it aol.es aol.in aol.jp aol.com.au aol.com.br aol.com.mx yahoo.ae
yahoo.ch yahoo.cn yahoo.com.cn yahoo.co.il yahoo.co.za yahoo.ne.jp yahoo.com.tr yahoo.gr yahoo.se
yahoo.no yahoo.dk yahoo.pl yahoo.ro yahoo.cz yahoo.hu yahoo.nl yahoo.be yahoo.at yahoo.pt yahoo.fi
ymail.ne.jp y7mail.com ybb.ne.jp yahoogroups.com myyahoo.com hotmail.be hotmail.ch hotmail.se
hotmail.nl hotmail.no hotmail.dk hotmail.fi hotmail.gr hotmail.hu hotmail.cz hotmail.sk hotmail.rs
hotmail.lt hotmail.lv hotmail.my hotmail.ph hotmail.sg hotmail.co.kr hotmail.co.id hotmail.co.il
hotmail.co.in hotmail.co.nz hotmail.co.za hotmail.com.hk hotmail.com.tr outlook.be outlook.at
outlook.dk outlook.ie outlook.sa outlook.cl outlook.hu outlook.cz outlook.sk outlook.lv outlook.my
outlook.ph outlook.sg outlook.nl outlook.tw outlook.co.il outlook.co.nz outlook.com.gr
outlook.com.tr live.com.pt live.com.my live.com.sg live.nl live.be live.dk live.no live.se live.fi
live.at live.ie live.in live.hk live.ru live.cl live.co.kr live.co.za livemail.tw icloud.com.cn
passport.com msn.cn msn.nl gmx.at gmx.ch gmx.fr gmx.es gmx.pt gmx.it gmx.li gmx.eu gmx.org gmx.info
gmx.biz gmx.co.uk gmx.ca gmx.cn gmx.hk gmx.ie gmx.ph gmx.ru gmx.se gmx.sg gmx.tw gmx.asia yandex.eu
yandex.uz yandex.fr yandex.lt yandex.lv yandex.ee yandex.md yandex.ge yandex.az yandex.com.am
yandex.co.il yandex.tj yandex.tm yandex.pl ya.ru narod.ru zoho.com.au zoho.com.cn zoho.jp
fastmail.net fastmail.org fastmail.us fastmail.ca fastmail.co.uk fastmail.com.au fastmail.de
fastmail.es fastmail.in fastmail.jp fastmail.mx fastmail.nl fastmail.se fastmail.to fastmail.cn
inbox.net hushmail.me
"""

_OTHER_PROVIDERS = """
duck.com mozmail.com privaterelay.appleid.com simplelogin.com mailo.com mailfence.com runbox.com
posteo.de posteo.net mailbox.org disroot.org riseup.net startmail.com keemail.me hush.com email.com
usa.com consultant.com post.com engineer.com europe.com asia.com iname.com writeme.com dr.com
cheerful.com techie.com myself.com accountant.com contractor.net earthling.net e-mail.com excite.com
lycos.com netscape.net netscape.com love.com games.com wow.com ygm.com compuserve.com cs.com
peoplepc.com usa.net pobox.com bigfoot.com 139.com 188.com 189.cn aliyun.com yeah.net sohu.com
tom.com 21cn.com vip.qq.com vip.163.com sogou.com hanmir.com korea.com empal.com dreamwiz.com
docomo.ne.jp ezweb.ne.jp softbank.ne.jp i.softbank.jp au.com nifty.com biglobe.ne.jp i.ua meta.ua
bigmir.net internet.ru tut.by mail.ee mail.bg abv.bg seznam.cz centrum.cz wp.pl o2.pl onet.pl
interia.pl gazeta.pl freemail.hu citromail.hu web.de t-online.de freenet.de arcor.de mail.de free.fr
orange.fr laposte.net wanadoo.fr sfr.fr neuf.fr libero.it virgilio.it tiscali.it alice.it tin.it
telenet.be skynet.be bluewin.ch ziggo.nl kpnmail.nl hetnet.nl planet.nl xs4all.nl btinternet.com
sky.com virginmedia.com ntlworld.com talktalk.net blueyonder.co.uk rogers.com shaw.ca telus.net
bell.net sympatico.ca videotron.ca bigpond.com bigpond.net.au optusnet.com.au xtra.co.nz uol.com.br
bol.com.br terra.com.br globo.com ig.com.br terra.com sapo.pt walla.com walla.co.il sify.com
ethionet.et vnn.vn fpt.vn
"""

_CARRIERS = """
twc.com rr.com spectrum.net brighthouse.com hughes.net hughesnet.com tds.net wowway.com cableone.net
sparklight.net qwest.net snet.net flash.net nvbell.net wans.net ptd.net epix.net gci.net fuse.net
zoominternet.net metrocast.net atlanticbb.net rcn.com starpower.net consolidated.net midco.net
whidbey.com comcastbiz.net clearwire.net tampabay.rr.com verizon.com vzw.com vtext.com comcast.com
att.com txt.att.net cox.com coxmail.com charter.com centurylink.com windstream.com bellsouth.com
tmomail.net optimum.net
"""

# Firms and sites that lie one slip from a common domain; people have addresses there.
_ONE_SLIP_AWAY = """
al.com ao.com apl.com zol.com sol.com ms.com man.com men.com ksn.com msdn.com art.net watt.net
gm.com gmc.com gms.com tmx.com bmx.com max.com amc.com msc.com nmac.com mca.com ami.com zim.com
ai.com im.com am.com iam.com ey.com he.com life.com love.ru life.ru olive.com cloud.com mil.ru
uk.net zoo.com soho.com tuya.com aver.com mate.com nafe.com qcc.com carter.net chatter.net fox.net
vox.net proton.com naver.net never.com wahoo.com
"""

KNOWN_DOMAINS = frozenset(COMMON_DOMAINS).union(
    *(block.split() for block in (_OTHER_COUNTRIES, _OTHER_PROVIDERS, _CARRIERS, _ONE_SLIP_AWAY))
)

# Endings of a whole country or trade that are one slip from .com, .net, .org, .edu or .gov; the
# others that near do not exist.
REAL_ENDINGS = frozenset({"bet", "cm", "co", "et", "eu", "ne", "om"})

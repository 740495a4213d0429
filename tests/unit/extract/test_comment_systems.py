"""The same short thread of Harrowmere as many systems print it: two comments, and an answer to the first."""

import pytest

from archiver import api
from archiver.model import plain

A = "The old bridge over the Eld needs paint, not a plan."
B = "Paint will not hold it up, Ida."
C = "My aunt crossed it in 1961 with two goats."
STORY = (
    "<p>"
    + "The council of Harrowmere met on Monday evening to speak about the bridge over the Eld. " * 3
    + "</p>"
)


def page(comments: str, *, lang: str = "en") -> bytes:
    head = f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>Bridge</title></head>'
    return f"{head}<body><article><h1>Bridge</h1>{STORY}</article>{comments}</body></html>".encode()


WEBLOGS = {
    "wordpress": f"""<div id="comments" class="comments-area"><h2 class="comments-title">3 thoughts on “Bridge”</h2>
<ol class="comment-list">
<li id="comment-11" class="comment even thread-even depth-1 parent"><article id="div-comment-11" class="comment-body">
 <footer class="comment-meta"><div class="comment-author vcard"><img alt="" src="/a.png" class="avatar"><b class="fn"><a href="https://ida.example" rel="external nofollow" class="url">Ida Holm</a></b> <span class="says">says:</span></div>
 <div class="comment-metadata"><a href="https://e.example/b/#comment-11"><time datetime="2022-04-26T10:15:00+02:00">April 26, 2022 at 10:15 am</time></a></div></footer>
 <div class="comment-content"><p>{A}</p></div><div class="reply"><a class="comment-reply-link" href="#">Reply</a></div></article>
 <ol class="children"><li id="comment-12" class="comment bypostauthor odd alt depth-2"><article id="div-comment-12" class="comment-body">
  <footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Jon Eld</b> <span class="says">says:</span></div>
  <div class="comment-metadata"><a href="https://e.example/b/#comment-12"><time datetime="2022-04-26T11:00:00+02:00">April 26, 2022 at 11:00 am</time></a></div></footer>
  <div class="comment-content"><p>{B}</p></div><div class="reply"><a href="#">Reply</a></div></article></li></ol></li>
<li id="comment-13" class="comment even thread-odd depth-1"><article id="div-comment-13" class="comment-body">
 <footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Wren</b> <span class="says">says:</span></div>
 <div class="comment-metadata"><a href="https://e.example/b/#comment-13"><time datetime="2022-04-27T08:30:00+02:00">April 27, 2022 at 8:30 am</time></a></div></footer>
 <div class="comment-content"><p>{C}</p></div></article></li></ol>
 <div id="respond" class="comment-respond"><h3>Leave a Reply</h3><form class="comment-form"><label>Name</label><label>Comment</label></form></div></div>""",
    "wordpress, oldest": f"""<h3 id="comments">3 Responses to “Bridge”</h3><ol class="commentlist">
<li class="alt" id="comment-11"><cite><a href="https://ida.example" rel="external nofollow">Ida Holm</a></cite> Says:<br><small class="commentmetadata"><a href="#comment-11" title="">April 26th, 2022 at 10:15 am</a></small><p>{A}</p>
<ul class="children"><li id="comment-12"><cite>Jon Eld</cite> Says:<br><small class="commentmetadata"><a href="#comment-12" title="">April 26th, 2022 at 11:00 am</a></small><p>{B}</p></li></ul></li>
<li id="comment-13"><cite>Wren</cite> Says:<br><small class="commentmetadata"><a href="#comment-13" title="">April 27th, 2022 at 8:30 am</a></small><p>{C}</p></li></ol>""",
    "flat list with depth classes": f"""<div id="comments"><ul>
<li class="comment depth-1" id="li-comment-11"><h4>Ida Holm</h4><span class="comment-date">26/04/2022 10:15</span><div class="comment-text"><p>{A}</p></div></li>
<li class="comment depth-2" id="li-comment-12"><h4>Jon Eld</h4><span class="comment-date">26/04/2022 11:00</span><div class="comment-text"><p>{B}</p></div></li>
<li class="comment depth-1" id="li-comment-13"><h4>Wren</h4><span class="comment-date">27/04/2022 08:30</span><div class="comment-text"><p>{C}</p></div></li></ul></div>""",
    "tagdiv": f"""<div class="comments" id="comments"><h4 class="td-comments-title">3 COMMENTS</h4><ol class="comment-list">
<li class="comment" id="comment-11"><article><footer><img alt="Ida Holm" src="/a.png"><cite>Ida Holm</cite><a class="comment-link" href="#comment-11"><time pubdate="1650968100">Apr 26, 2022 At 10:15 am</time></a></footer><div class="comment-content"><p>{A}</p></div><div class="comment-meta" id="comment-11"><a class="comment-reply-link" href="#">Reply</a></div></article>
<ul class="children"><li class="comment" id="comment-12"><article><footer><cite>Jon Eld</cite><a class="comment-link" href="#comment-12"><time pubdate="1650970800">Apr 26, 2022 At 11:00 am</time></a></footer><div class="comment-content"><p>{B}</p></div><div class="comment-meta" id="comment-12"><a class="comment-reply-link" href="#">Reply</a></div></article></li></ul></li>
<li class="comment" id="comment-13"><article><footer><cite>Wren</cite><a class="comment-link" href="#comment-13"><time pubdate="1651048200">Apr 27, 2022 At 8:30 am</time></a></footer><div class="comment-content"><p>{C}</p></div></article></li></ol></div>""",
    "wpdiscuz": f"""<div id="wpdcom" class="wpdiscuz_unauth"><div id="wpd-threads" class="wpd-thread-wrapper"><div class="wpd-thread-head"><div class="wpd-thread-info">3 Comments</div><div class="wpd-filter">Oldest</div></div><div class="wpd-thread-list">
<div id="wpd-comm-11_0" class="comment even depth-1 wpd-comment wpd_comment_level-1"><div class="wpd-comment-wrap wpd-blog-guest"><div id="comment-11" class="wpd-comment-right"><div class="wpd-comment-header"><div class="wpd-comment-author">Ida Holm</div><div class="wpd-comment-date" title="April 26, 2022 10:15 am">2 years ago</div></div><div class="wpd-comment-text"><p>{A}</p></div><div class="wpd-comment-footer"><div class="wpd-vote"><div class="wpd-vote-result" title="4">4</div></div><div class="wpd-reply-button">Reply</div></div></div></div></div>
<div id="wpd-comm-12_11" class="comment odd depth-2 wpd-comment wpd-reply wpd_comment_level-2"><div class="wpd-comment-wrap wpd-blog-guest"><div id="comment-12" class="wpd-comment-right"><div class="wpd-comment-header"><div class="wpd-comment-author">Jon Eld</div><div class="wpd-comment-date" title="April 26, 2022 11:00 am">2 years ago</div></div><div class="wpd-comment-text"><p>{B}</p></div></div></div></div>
<div id="wpd-comm-13_0" class="comment even depth-1 wpd-comment wpd_comment_level-1"><div class="wpd-comment-wrap wpd-blog-guest"><div id="comment-13" class="wpd-comment-right"><div class="wpd-comment-header"><div class="wpd-comment-author">Wren</div><div class="wpd-comment-date" title="April 27, 2022 8:30 am">2 years ago</div></div><div class="wpd-comment-text"><p>{C}</p></div></div></div></div></div></div></div>""",
    "blogger, threaded": f"""<div class="widget Blog"><div class="comments" id="comments"><h4>3 comments:</h4><div id="comment-holder"><div class="comment-thread toplevel-thread"><ol id="top-ra">
<li class="comment" id="c4111111111111"><div class="avatar-image-container"><img src="/a.png" alt=""></div><div class="comment-block"><div class="comment-header"><cite class="user"><a href="https://b.example/p/1" rel="nofollow">Ida Holm</a></cite><span class="icon user"></span><span class="datetime secondary-text"><a rel="nofollow" href="https://b.example/?c=1#c4111111111111">April 26, 2022 at 10:15 AM</a></span></div><p class="comment-content">{A}</p><span class="comment-actions secondary-text"><a class="comment-reply" data-comment-id="4111111111111">Reply</a><span class="item-control"><a href="#">Delete</a></span></span></div>
<div class="comment-replies"><div id="c4111111111111-rt" class="comment-thread inline-thread"><span class="thread-toggle"><span class="thread-count"><a>Replies</a></span></span><ol id="c4111111111111-ra" class="thread-chrome"><div><li class="comment" id="c4222222222222"><div class="comment-block"><div class="comment-header"><cite class="user blog-author"><a href="https://b.example/p/2" rel="nofollow">Jon Eld</a></cite><span class="datetime secondary-text"><a rel="nofollow" href="#c4222222222222">April 26, 2022 at 11:00 AM</a></span></div><p class="comment-content">{B}</p><span class="comment-actions"><a href="#">Delete</a></span></div></li></div><div id="c4111111111111-continue" class="continue"><a class="comment-reply" data-comment-id="4111111111111">Reply</a></div></ol></div></div></li>
<li class="comment" id="c4333333333333"><div class="comment-block"><div class="comment-header"><cite class="user">Wren</cite><span class="datetime secondary-text"><a rel="nofollow" href="#c4333333333333">April 27, 2022 at 8:30 AM</a></span></div><p class="comment-content">{C}</p></div></li></ol></div></div></div></div>""",
    "utility classes": f"""<section class="mt-4 flex"><div class="grid">
<div id="11" class="relative pb-2 px-4 rounded-xl" data-reply-id="11"><div class="mt-1"><div class="font-bold pr-8">Ida Holm &middot; <span class="text-sm">26/04/2022 10:15</span></div><button aria-label="Options"></button></div><div id="reply-body-11" class="post-body prose w-full"><p>{A}</p></div><div data-vue-footer class="items-center"></div></div>
<div id="12" class="relative pb-2 px-4 rounded-xl" data-reply-id="12" data-parent-id="11"><div class="mt-1"><div class="font-bold pr-8">Jon Eld &middot; <span class="text-sm">26/04/2022 11:00</span></div><button aria-label="Options"></button></div><div id="reply-body-12" class="post-body prose w-full"><p>{B}</p></div><div data-vue-footer class="items-center"></div></div>
<div id="13" class="relative pb-2 px-4 rounded-xl" data-reply-id="13"><div class="mt-1"><div class="font-bold pr-8">Wren &middot; <span class="text-sm">27/04/2022 08:30</span></div><button aria-label="Options"></button></div><div id="reply-body-13" class="post-body prose w-full"><p>{C}</p></div><div data-vue-footer class="items-center"></div></div></div></section>""",
    "movable type": f"""<div id="comments" class="comments"><h2 class="comments-header">3 Comments</h2><div class="comments-content">
<div class="comment" id="comment-11"><div class="inner"><div class="comment-header"><div class="asset-meta"><span class="byline"><span class="vcard author">Ida Holm</span> said:</span> <a href="#comment-11"><abbr class="published" title="2022-04-26T10:15:00+01:00">April 26, 2022 10:15 AM</abbr></a></div></div><div class="comment-content"><p>{A}</p></div></div></div>
<div class="comment comment-reply" id="comment-12" data-parent-id="11"><div class="inner"><div class="comment-header"><div class="asset-meta"><span class="byline"><span class="vcard author">Jon Eld</span> replied to <a href="#comment-11">comment from Ida Holm</a></span> <a href="#comment-12"><abbr class="published" title="2022-04-26T11:00:00+01:00">April 26, 2022 11:00 AM</abbr></a></div></div><div class="comment-content"><p>{B}</p></div></div></div>
<div class="comment" id="comment-13"><div class="inner"><div class="comment-header"><div class="asset-meta"><span class="byline"><span class="vcard author">Wren</span> said:</span> <a href="#comment-13"><abbr class="published" title="2022-04-27T08:30:00+01:00">April 27, 2022 8:30 AM</abbr></a></div></div><div class="comment-content"><p>{C}</p></div></div></div></div></div>""",
    "drupal": f"""<section id="comments" class="comments comment-wrapper"><h2 class="title">Comments</h2>
<a id="comment-11"></a><article class="comment comment-by-anonymous odd clearfix"><header><p class="submitted"><span class="username">Ida Holm</span> on <time datetime="2022-04-26T10:15:00+02:00">26 April 2022 - 10:15</time></p><a href="/comment/11#comment-11" class="permalink" rel="bookmark">Permalink</a></header><div class="content"><div class="field field-name-comment-body"><p>{A}</p></div></div><ul class="links inline"><li class="comment-reply"><a href="/comment/reply/1/11">reply</a></li></ul></article>
<div class="indented"><a id="comment-12"></a><article class="comment even clearfix"><header><p class="submitted"><span class="username">Jon Eld</span> on <time datetime="2022-04-26T11:00:00+02:00">26 April 2022 - 11:00</time></p></header><div class="content"><div class="field field-name-comment-body"><p>{B}</p></div></div><ul class="links inline"><li class="comment-reply"><a href="/r">reply</a></li></ul></article></div>
<a id="comment-13"></a><article class="comment odd clearfix"><header><p class="submitted"><span class="username">Wren</span> on <time datetime="2022-04-27T08:30:00+02:00">27 April 2022 - 08:30</time></p></header><div class="content"><div class="field field-name-comment-body"><p>{C}</p></div></div></article></section>""",
    "schema.org": f"""<section><div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ida Holm</span></span> <time itemprop="dateCreated" datetime="2022-04-26T10:15">26 Apr</time><div itemprop="text">{A}</div>
<div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Jon Eld</span></span> <time itemprop="dateCreated" datetime="2022-04-26T11:00">26 Apr</time><div itemprop="text">{B}</div></div></div>
<div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Wren</span></span> <time itemprop="dateCreated" datetime="2022-04-27T08:30">27 Apr</time><div itemprop="text">{C}</div></div></section>""",
    "jcomments": f"""<div id="jc"><div id="comments"><h4>Comments</h4><div id="comments-list" class="comments-list">
<div class="even" id="comment-item-11"><div class="rbox"><div class="comment-box"><a class="comment-anchor" href="#comment-11" id="comment-11">#1</a><span class="comment-author">Ida Holm</span><span class="comment-date">2022-04-26 10:15</span><div class="comment-body" id="comment-body-11">{A}</div><span class="comments-buttons"><a href="#">Quote</a></span></div></div>
<div class="comments-list" id="comments-list-11"><div class="odd" id="comment-item-12"><div class="rbox"><div class="comment-box"><a class="comment-anchor" href="#comment-12" id="comment-12">#2</a><span class="comment-author">Jon Eld</span><span class="comment-date">2022-04-26 11:00</span><div class="comment-body" id="comment-body-12">{B}</div></div></div></div></div></div>
<div class="even" id="comment-item-13"><div class="rbox"><div class="comment-box"><a class="comment-anchor" href="#comment-13" id="comment-13">#3</a><span class="comment-author">Wren</span><span class="comment-date">2022-04-27 08:30</span><div class="comment-body" id="comment-body-13">{C}</div></div></div></div></div></div></div>""",
    "disqus, kept as html": f"""<div id="disqus_thread"><ul id="post-list" class="post-list">
<li class="post" id="post-5811111"><div class="post-content"><div class="post-body"><header><span class="post-byline"><span class="author publisher-anchor-color"><a href="https://d.example/by/ida">Ida Holm</a></span></span><span class="post-meta"><a class="time-ago" href="#comment-5811111" title="Tuesday, April 26, 2022 10:15 AM">2 years ago</a></span></header><div class="post-body-inner"><div class="post-message-container"><div class="post-message"><p>{A}</p></div></div></div><footer><ul><li class="reply"><a href="#">Reply</a></li></ul></footer></div></div>
<ul class="children"><li class="post" id="post-5811112"><div class="post-content"><div class="post-body"><header><span class="post-byline"><span class="author"><a href="https://d.example/by/jon">Jon Eld</a></span></span><span class="post-meta"><a class="time-ago" href="#comment-5811112" title="Tuesday, April 26, 2022 11:00 AM">2 years ago</a></span></header><div class="post-body-inner"><div class="post-message"><p>{B}</p></div></div></div></div></li></ul></li>
<li class="post" id="post-5811113"><div class="post-content"><div class="post-body"><header><span class="post-byline"><span class="author">Wren</span></span><span class="post-meta"><a class="time-ago" href="#comment-5811113" title="Wednesday, April 27, 2022 8:30 AM">2 years ago</a></span></header><div class="post-body-inner"><div class="post-message"><p>{C}</p></div></div></div></div></li></ul></div>""",
    "isso": f"""<section id="isso-thread"><h4>3 Comments</h4><div id="isso-root">
<div class="isso-comment" id="isso-11"><div class="text-wrapper"><div class="isso-comment-header" role="meta"><span class="author">Ida Holm</span><span class="spacer">•</span><a class="permalink" href="#isso-11"><time title="2022-04-26 10:15" datetime="2022-04-26T10:15:00Z">2 years ago</time></a></div><div class="text"><p>{A}</p></div><div class="isso-comment-footer"><a class="reply" href="#">Reply</a></div></div>
<div class="isso-follow-up"><div class="isso-comment" id="isso-12"><div class="text-wrapper"><div class="isso-comment-header"><span class="author">Jon Eld</span><a class="permalink" href="#isso-12"><time datetime="2022-04-26T11:00:00Z">2 years ago</time></a></div><div class="text"><p>{B}</p></div></div></div></div></div>
<div class="isso-comment" id="isso-13"><div class="text-wrapper"><div class="isso-comment-header"><span class="author">Wren</span><a class="permalink" href="#isso-13"><time datetime="2022-04-27T08:30:00Z">2 years ago</time></a></div><div class="text"><p>{C}</p></div></div></div></div></section>""",
    "old reddit": f"""<div class="commentarea"><div class="sitetable nestedlisting">
<div class="thing id-t1_k1 comment" id="thing_t1_k1" data-fullname="t1_k1" data-author="ida_holm"><div class="entry"><p class="tagline"><a href="#" class="expand">[–]</a><a href="/u/ida_holm" class="author">ida_holm</a> <span class="score unvoted" title="4">4 points</span> <time title="Tue Apr 26 10:15:00 2022 UTC" datetime="2022-04-26T10:15:00+00:00">2 years ago</time></p><form class="usertext"><div class="usertext-body"><div class="md"><p>{A}</p></div></div></form><ul class="flat-list buttons"><li class="first"><a href="#">permalink</a></li><li>reply</li></ul></div>
<div class="child"><div class="sitetable listing"><div class="thing id-t1_k2 comment" id="thing_t1_k2" data-author="jon_eld"><div class="entry"><p class="tagline"><a href="/u/jon_eld" class="author">jon_eld</a> <time datetime="2022-04-26T11:00:00+00:00">2 years ago</time></p><form class="usertext"><div class="usertext-body"><div class="md"><p>{B}</p></div></div></form></div></div></div></div></div>
<div class="thing id-t1_k3 comment" id="thing_t1_k3" data-author="wren"><div class="entry"><p class="tagline"><a href="/u/wren" class="author">wren</a> <time datetime="2022-04-27T08:30:00+00:00">2 years ago</time></p><form class="usertext"><div class="usertext-body"><div class="md"><p>{C}</p></div></div></form></div></div></div></div>""",
    "hacker news": f"""<table class="comment-tree">
<tr class="athing comtr" id="311"><td><table><tr><td class="ind" indent="0"><img src="s.gif" height="1" width="0"></td><td class="votelinks"></td><td class="default"><div><span class="comhead"><a href="user?id=ida" class="hnuser">Ida Holm</a> <span class="age" title="2022-04-26T10:15:00"><a href="item?id=311">2 years ago</a></span> <span class="navs">| <a href="#313">next</a> <a class="togg" href="#">[–]</a></span></span></div><br><div class="comment"><span class="commtext c00">{A}</span><div class="reply"><p><u><a href="#">reply</a></u></p></div></div></td></tr></table></td></tr>
<tr class="athing comtr" id="312"><td><table><tr><td class="ind" indent="1"><img src="s.gif" height="1" width="40"></td><td class="default"><div><span class="comhead"><a href="user?id=jon" class="hnuser">Jon Eld</a> <span class="age" title="2022-04-26T11:00:00"><a href="item?id=312">2 years ago</a></span> <span class="navs">| <a href="#311">parent</a></span></span></div><br><div class="comment"><span class="commtext c00">{B}</span><div class="reply"><p><u><a href="#">reply</a></u></p></div></div></td></tr></table></td></tr>
<tr class="athing comtr" id="313"><td><table><tr><td class="ind" indent="0"><img src="s.gif" height="1" width="0"></td><td class="default"><div><span class="comhead"><a href="user?id=wren" class="hnuser">Wren</a> <span class="age" title="2022-04-27T08:30:00"><a href="item?id=313">2 years ago</a></span></span></div><br><div class="comment"><span class="commtext c00">{C}</span></div></td></tr></table></td></tr></table>""",
    "commento": f"""<div id="commento"><div id="commento-main-area" class="commento-main-area"><div id="commento-comments">
<div id="commento-comment-card-a1f" class="commento-card"><div class="commento-header"><div class="commento-avatar">I</div><a id="commento-comment-name-a1f" class="commento-name">Ida Holm</a><div id="commento-comment-timeago-a1f" class="commento-timeago" title="Tue Apr 26 2022 10:15:00 GMT+0000">2 years ago</div></div><div id="commento-comment-body-a1f"><div id="commento-comment-text-a1f" class="commento-body"><p>{A}</p></div>
<div id="commento-comment-children-a1f" class="commento-body"><div id="commento-comment-card-b2e" class="commento-card"><div class="commento-header"><a class="commento-name">Jon Eld</a><div class="commento-timeago" title="Tue Apr 26 2022 11:00:00 GMT+0000">2 years ago</div></div><div id="commento-comment-body-b2e"><div id="commento-comment-text-b2e" class="commento-body"><p>{B}</p></div></div></div></div></div></div>
<div id="commento-comment-card-c3d" class="commento-card"><div class="commento-header"><a class="commento-name">Wren</a><div class="commento-timeago" title="Wed Apr 27 2022 08:30:00 GMT+0000">2 years ago</div></div><div id="commento-comment-body-c3d"><div id="commento-comment-text-c3d" class="commento-body"><p>{C}</p></div></div></div></div></div></div>""",
    "own markup, named list": f"""<section class="c-reactions" id="reactions"><h2>Reader comments</h2><div class="stack">
<div class="k1"><div class="k2"><strong>Ida Holm</strong> <i>26 April 2022, 10:15</i></div><div class="k3">{A}</div><div class="sub"><div class="k1"><div class="k2"><strong>Jon Eld</strong> <i>26 April 2022, 11:00</i></div><div class="k3">{B}</div></div></div></div>
<div class="k1"><div class="k2"><strong>Wren</strong> <i>27 April 2022, 08:30</i></div><div class="k3">{C}</div></div></div></section>""",
}
FLAT = {
    "blogger, flat": f"""<div id="comments"><h4>3 comments:</h4><dl id="comments-block">
<dt class="comment-author" id="c811111111"><a name="c811111111"></a><a href="https://b.example/1" rel="nofollow">Ida Holm</a> said...</dt><dd class="comment-body"><p>{A}</p></dd><dd class="comment-footer"><span class="comment-timestamp"><a href="#c811111111" title="comment permalink">April 26, 2022 at 10:15 AM</a></span></dd>
<dt class="comment-author" id="c811111112"><a href="https://b.example/2" rel="nofollow">Jon Eld</a> said...</dt><dd class="comment-body"><p>{B}</p></dd><dd class="comment-footer"><span class="comment-timestamp"><a href="#c811111112">April 26, 2022 at 11:00 AM</a></span></dd>
<dt class="comment-author" id="c811111113">Wren said...</dt><dd class="comment-body"><p>{C}</p></dd><dd class="comment-footer"><span class="comment-timestamp"><a href="#c811111113">April 27, 2022 at 8:30 AM</a></span></dd></dl></div>""",
    "typepad": f"""<div id="comments" class="comments"><h3 class="comments-header">Comments</h3><div class="comments-content">
<div id="comment-6a00d111" class="comment comment-even"><div class="comment-content"><p>{A}</p></div><p class="comment-footer">Posted by: <a href="https://i.example" rel="nofollow">Ida Holm</a> | <a href="#comment-6a00d111">April 26, 2022 at 10:15 AM</a></p></div>
<div id="comment-6a00d112" class="comment comment-odd"><div class="comment-content"><p>{B}</p></div><p class="comment-footer">Posted by: Jon Eld | <a href="#comment-6a00d112">April 26, 2022 at 11:00 AM</a></p></div>
<div id="comment-6a00d113" class="comment comment-even"><div class="comment-content"><p>{C}</p></div><p class="comment-footer">Posted by: Wren | <a href="#comment-6a00d113">April 27, 2022 at 08:30 AM</a></p></div></div></div>""",
    "k2": f"""<div class="itemComments"><h3 class="itemCommentsCounter"><span>3</span> comments</h3><ul class="itemCommentsList">
<li class="even"><span class="commentDate">Tuesday, 26 April 2022 10:15</span><span class="commentAuthorName">posted by <a href="https://i.example" rel="nofollow">Ida Holm</a></span><p>{A}</p><span class="commentToolbar"><a href="#">Report</a></span></li>
<li class="odd"><span class="commentDate">Tuesday, 26 April 2022 11:00</span><span class="commentAuthorName">posted by Jon Eld</span><p>{B}</p></li>
<li class="even"><span class="commentDate">Wednesday, 27 April 2022 08:30</span><span class="commentAuthorName">posted by Wren</span><p>{C}</p></li></ul></div>""",
    "naver": f"""<div class="u_cbox"><ul class="u_cbox_list">
<li class="u_cbox_comment"><div class="u_cbox_comment_box"><div class="u_cbox_area"><div class="u_cbox_info"><span class="u_cbox_name"><span class="u_cbox_nick">Ida Holm</span></span></div><div class="u_cbox_text_wrap"><span class="u_cbox_contents">{A}</span></div><div class="u_cbox_info_base"><span class="u_cbox_date" data-value="2022-04-26T10:15:00+0900">2022.04.26. 10:15</span><a class="u_cbox_btn_report">신고</a></div></div></div></li>
<li class="u_cbox_comment"><div class="u_cbox_comment_box"><div class="u_cbox_area"><div class="u_cbox_info"><span class="u_cbox_name"><span class="u_cbox_nick">Jon Eld</span></span></div><div class="u_cbox_text_wrap"><span class="u_cbox_contents">{B}</span></div><div class="u_cbox_info_base"><span class="u_cbox_date">2022.04.26. 11:00</span></div></div></div></li>
<li class="u_cbox_comment"><div class="u_cbox_comment_box"><div class="u_cbox_area"><div class="u_cbox_info"><span class="u_cbox_name"><span class="u_cbox_nick">Wren</span></span></div><div class="u_cbox_text_wrap"><span class="u_cbox_contents">{C}</span></div><div class="u_cbox_info_base"><span class="u_cbox_date">2022.04.27. 08:30</span></div></div></div></li></ul></div>""",
    "classes of style": f"""<div class="mainContent">
<div class="q-box qu-mb--small" id="comment-11"><div class="q-flex"><img alt="Profile photo for Ida Holm" src="/a.png"><a class="q-box" href="/profile/11">Ida Holm</a></div><div class="q-box"><a class="comment_timestamp" title="April 26, 2022 10:15">3y</a></div><div class="q-relative"><p>{A}</p></div><button class="qu-userSelect--none qu-tapHighlight--white">Continue Reading</button><button class="qu-userSelect--none">Upvote · 99</button></div>
<div class="q-box qu-mb--small" id="comment-12"><div class="q-flex"><img alt="Profile photo for Jon Eld" src="/a.png"><a class="q-box" href="/profile/12">Jon Eld</a></div><div class="q-box"><a class="comment_timestamp" title="April 26, 2022 11:00">3y</a></div><div class="q-relative"><p>{B}</p></div><button class="qu-userSelect--none qu-tapHighlight--white">Continue Reading</button><button class="qu-userSelect--none">Upvote · 99</button></div>
<div class="q-box qu-mb--small" id="comment-13"><div class="q-flex"><img alt="Profile photo for Wren" src="/a.png"><a class="q-box" href="/profile/13">Wren</a></div><div class="q-box"><a class="comment_timestamp" title="April 27, 2022 08:30">3y</a></div><div class="q-relative"><p>{C}</p></div><button class="qu-userSelect--none qu-tapHighlight--white">Continue Reading</button><button class="qu-userSelect--none">Upvote · 99</button></div></div>""",
}


def read(html: bytes) -> list[tuple[str | None, str, int | None, str]]:
    return [
        (comment.author, (comment.date or "")[:10], comment.parent, plain.text(comment.body))
        for comment in api.extract(html, url="https://e.example/b/").comments
    ]


def plain_name(name: str | None) -> str:
    return (name or "").casefold().replace("_", " ").replace(" eld", "").replace(" holm", "")


@pytest.mark.parametrize("system", WEBLOGS)
def test_a_thread_is_read_as_its_system_prints_it(system: str) -> None:
    found = read(page(WEBLOGS[system]))
    assert [words for _, _, _, words in found] == [A, B, C]
    assert [plain_name(name) for name, _, _, _ in found] == ["ida", "jon", "wren"]
    assert [date for _, date, _, _ in found] == ["2022-04-26", "2022-04-26", "2022-04-27"]
    assert [parent for _, _, parent, _ in found] == [None, 0, None]


@pytest.mark.parametrize("system", FLAT)
def test_a_flat_list_is_read_as_its_system_prints_it(system: str) -> None:
    found = read(page(FLAT[system]))
    assert [words for _, _, _, words in found] == [A, B, C]
    assert [name for name, _, _, _ in found] == ["Ida Holm", "Jon Eld", "Wren"]
    assert [date for _, date, _, _ in found] == ["2022-04-26", "2022-04-26", "2022-04-27"]
    assert [parent for _, _, parent, _ in found] == [None, None, None]


@pytest.mark.parametrize("system", [*WEBLOGS, *FLAT])
def test_no_comment_and_no_control_stands_in_the_story(system: str) -> None:
    story = plain.text(api.extract(page({**WEBLOGS, **FLAT}[system])).article.body)
    for words in (A, B, C, "Reply", "Permalink", "Ida Holm", "Wren"):
        assert words not in story


def test_a_named_message_and_a_houses_own_word_for_comment_are_comments() -> None:
    message = """<li class="member" id="bb_message_NUMBER"><a class="author person" href="/u"><h4>NAME</h4></a><time datetime="2022-04-26T10:15:00+02:00">26. 04. 2022, 10:15</time><div class="objlink"><p>WORDS</p></div></li>"""
    glued = """<div class="EldComment" id="Rows_NUMBER"><div class="EldCommentInformation"><span class="EldCommentAccountName">NAME</span><span class="EldCommentTime"><span>26.04.22</span> <span>10:15</span></span></div><div class="EldCommentText">WORDS</div></div>"""
    for template in (message, glued):
        rows = ((3901, "Ida Holm", A), (3902, "Wren", C))
        markup = "".join(
            template.replace("NUMBER", str(n)).replace("NAME", who).replace("WORDS", said)
            for n, who, said in rows
        )
        found = api.extract(page(f'<ul class="community">{markup}</ul>', lang="de"))
        assert [(each.author, plain.text(each.body)) for each in found.comments] == [
            ("Ida Holm", A),
            ("Wren", C),
        ]
        assert A not in plain.text(found.article.body)

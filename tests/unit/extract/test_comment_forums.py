"""A forum's thread as its systems print it: the first post is the story, the others answer it."""

import pytest

from archiver import api
from archiver.model import plain

A = "Does anyone know when the ferry below the old bridge of Harrowmere runs in winter, and whether it takes bicycles?"
B = "Twice a day until the ice comes, and bicycles ride for free."
C = "Not on Sundays, the ferryman sings in the choir."


def page(body: str) -> bytes:
    return f'<!DOCTYPE html><html lang="en"><head><title>Ferry</title></head><body><h1>Ferry in winter</h1>{body}</body></html>'.encode()


def posts(template: str) -> str:
    rows = [(101, "Ida Holm", "10:15", A), (102, "Jon Eld", "11:00", B), (103, "Wren", "12:30", C)]
    return "".join(
        template.replace("NUMBER", str(number))
        .replace("NAME", name)
        .replace("TIME", time)
        .replace("WORDS", words)
        for number, name, time, words in rows
    )


FORUMS = {
    "phpbb 3": """<div id="pNUMBER" class="post has-profile bg2"><div class="inner"><dl class="postprofile" id="profileNUMBER"><dt class="no-profile-rank"><div class="avatar-container"></div><a href="./memberlist.php?u=2" class="username">NAME</a></dt><dd class="profile-posts"><strong>Posts:</strong> 12</dd><dd class="profile-joined"><strong>Joined:</strong> Sun Mar 01, 2015 8:00 pm</dd></dl><div class="postbody"><div id="post_contentNUMBER"><h3><a href="#pNUMBER">Re: Ferry</a></h3><p class="author"><a class="unread" href="./viewtopic.php?p=NUMBER#pNUMBER">Post</a> <span class="responsive-hide">by <strong><a href="./memberlist.php?u=2" class="username">NAME</a></strong> » </span><time datetime="2022-04-26TTIME:00+00:00">Tue Apr 26, 2022 TIME</time></p><div class="content">WORDS</div><div id="sigNUMBER" class="signature">Row, row, row your boat</div></div></div></div></div>""",
    "phpbb 3.0": """<div id="pNUMBER" class="post bg2"><div class="inner"><dl class="postprofile" id="profileNUMBER"><dt><a href="/n/1"><img src="/flag.svg" alt="User avatar"></a><br><a href="./memberlist.php?u=2">NAME</a></dt><dd>Senator</dd><dd><strong>Posts:</strong> 4032</dd><dd><strong>Founded:</strong> Mar 01, 2015</dd></dl><div class="postbody"><ul class="profile-icons"><li class="quote-icon"><a href="./posting.php?p=NUMBER" title="Reply with quote"><span>Reply with quote</span></a></li></ul><h3 class="first"><a href="#pNUMBER">Ferry</a></h3><p class="author"><a href="./viewtopic.php?p=NUMBER#pNUMBER"><img src="/post.gif" alt="Post" title="Post"></a>by <strong><a href="./memberlist.php?u=2">NAME</a></strong> &raquo; Tue Apr 26, 2022 TIME am </p><div class="content">WORDS</div><div id="sigNUMBER" class="signature">Row, row, row your boat</div></div></div></div>""",
    "invision 5": """<article id="elComment_NUMBER" class="js-ipsEntry ipsEntry ipsEntry--post"><aside class="ipsEntry__author-column"><h3 class="ipsEntry__username"><a href="/profile/1" class="ipsUsername">NAME</a></h3><ul class="ipsEntry__authorFields"><li>563 posts</li></ul></aside><aside class="ipsEntry__header"><h3 class="ipsEntry__username"><a href="/profile/1" class="ipsUsername">NAME</a> <span class="ipsEntry__group">Members</span></h3><p class="ipsPhotoPanel__secondary"><time datetime="2022-04-26TTIME:00Z" title="04/26/2022 TIME AM" class="ipsTime ipsTime--long"><span class="ipsTime__long">April 26, 2022</span><span class="ipsTime__short">3 yr</span></time></p></aside><div id="comment-NUMBER_wrap" data-commentid="NUMBER" class="ipsEntry__content js-ipsEntry__content"><div class="ipsEntry__post"><div class="ipsEntry__meta"><span class="ipsEntry__date"><time datetime="2022-04-26TTIME:00Z" title="04/26/2022 TIME AM" class="ipsTime ipsTime--long"><span class="ipsTime__long">April 26, 2022</span><span class="ipsTime__short">3 yr</span></time></span></div><div class="ipsRichText ipsRichText--user">WORDS</div></div></div></article>""",
    "vbulletin 3": """<table id="postNUMBER" class="tborder" cellpadding="6"><tr><td class="thead"><img class="inlineimg" src="/post_old.gif" alt="Old"> 26-04-2022, TIME</td><td class="thead">#<a href="showpost.php?p=NUMBER">1</a></td></tr><tr><td class="alt2"><div id="postmenu_NUMBER"><a class="bigusername" href="member.php?u=1">NAME</a></div><div class="smallfont">Member</div><div class="smallfont"><div>Join Date: Mar 2015</div><div>Posts: 12</div></div></td><td class="alt1" id="td_post_NUMBER"><div id="post_message_NUMBER">WORDS</div></td></tr></table>""",
    "vbulletin 4": """<li class="postbitlegacy postbitim postcontainer" id="post_NUMBER"><div class="posthead"><span class="postdate old"><span class="date">26-04-2022, <span class="time">TIME</span></span></span><span class="nodecontrols"><a name="postNUMBER" href="#postNUMBER" class="postcounter">#1</a></span></div><div class="postdetails"><div class="userinfo"><div class="username_container"><a class="username offline popupctrl" href="member.php?1" title="NAME is offline"><strong>NAME</strong></a></div><span class="usertitle">Member</span><dl class="userinfo_extra"><dt>Join Date</dt><dd>Mar 2015</dd><dt>Posts</dt><dd>12</dd></dl></div><div class="postbody"><div class="postrow"><div class="content"><div id="post_message_NUMBER"><blockquote class="postcontent restore">WORDS</blockquote></div></div></div></div></div></li>""",
    "xenforo 1": """<li id="post-NUMBER" class="message" data-author="NAME"><div class="messageUserInfo"><div class="messageUserBlock"><div class="avatarHolder"><a class="avatar" href="m/"><img src="/a.png" alt="NAME"></a></div><h3 class="userText"><a href="members/1/" class="username">NAME</a><em class="userTitle">Member</em></h3><div class="extraUserInfo"><dl class="pairsJustified"><dt>Messages:</dt><dd>12</dd></dl></div></div></div><div class="messageInfo primaryContent"><div class="messageContent"><article><blockquote class="messageText SelectQuoteContainer ugc baseHtml">WORDS</blockquote></article></div><div class="messageMeta"><div class="privateControls"><span class="item muted"><span class="authorEnd"><a href="members/1/" class="username author">NAME</a>,</span> <a href="posts/NUMBER/" class="datePermalink"><span class="DateTime" title="Apr 26, 2022 at TIME AM">Apr 26, 2022</span></a></span></div><div class="publicControls"><a href="#" class="item muted postNumber">#1</a></div></div></div></li>""",
    "smf 2": """<div class="windowbg" id="msgNUMBER"><div class="post_wrapper"><div class="poster"><h4><a href="index.php?action=profile;u=1" title="View the profile of NAME">NAME</a></h4><ul class="user_info"><li class="membergroup">Member</li><li class="postcount">Posts: 12</li></ul></div><div class="postarea"><div class="keyinfo"><h5 id="subject_NUMBER"><a href="#msgNUMBER">Ferry</a></h5><div class="smalltext">« Reply #0 on: April 26, 2022, TIME:00 am »</div></div><div class="post"><div class="inner" id="msg_NUMBER">WORDS</div></div></div></div></div>""",
    "mybb": """<div class="post" id="post_NUMBER"><div class="post_author"><div class="author_avatar"></div><div class="author_information"><strong><span class="largetext"><a href="user-1.html">NAME</a></span></strong><br><span class="smalltext">Junior Member</span></div><div class="author_statistics">Posts: 12<br>Joined: Mar 2015</div></div><div class="post_content"><div class="post_head"><span class="post_date">04-26-2022, TIME AM</span></div><div class="post_body scaleimages" id="pid_NUMBER">WORDS</div></div></div>""",
    "discuz": """<div id="post_NUMBER"><table id="pidNUMBER" class="plhin" summary="pidNUMBER"><tr><td class="pls"><div class="pi"><div class="authi"><a href="space-uid-1.html" class="xw1">NAME</a></div></div></td><td class="plc"><div class="pi"><div class="pti"><div class="authi"><em id="authorpostonNUMBER">发表于 2022-4-26 TIME</em></div></div></div><div class="pct"><table><tr><td class="t_f" id="postmessage_NUMBER">WORDS</td></tr></table></div></td></tr></table></div>""",
    "bbpress": """<div id="post-NUMBER" class="bbp-reply-header"><div class="bbp-meta"><span class="bbp-reply-post-date">April 26, 2022 at TIME</span><a href="#post-NUMBER" class="bbp-reply-permalink">#NUMBER</a></div></div><div class="post-NUMBER reply type-reply status-publish hentry bbp-reply"><div class="bbp-reply-author"><a href="/users/1/" class="bbp-author-name">NAME</a><div class="bbp-author-role">Participant</div></div><div class="bbp-reply-content"><p>WORDS</p></div></div>""",
    "nodebb": """<li component="post" class="posts-row" data-index="0" data-pid="NUMBER" data-timestamp="1650968100000" data-username="NAME" itemprop="comment" itemtype="http://schema.org/Comment" itemscope><a href="/user/1">NAME</a><div class="content" itemprop="text">WORDS</div></li>""",
}


@pytest.mark.parametrize("forum", FORUMS)
def test_the_first_post_is_the_story_and_the_others_answer_it(forum: str) -> None:
    found = api.extract(page(f'<div class="thread"><ul class="posts">{posts(FORUMS[forum])}</ul></div>'))
    assert [plain.text(comment.body) for comment in found.comments] == [B, C]
    assert [comment.author for comment in found.comments] == ["Jon Eld", "Wren"]
    assert [(comment.date or "")[:10] for comment in found.comments] == ["2022-04-26", "2022-04-26"]
    story = plain.text(found.article.body)
    assert A in story
    assert B not in story


@pytest.mark.parametrize("forum", FORUMS)
def test_what_a_forum_prints_beside_a_post_is_no_part_of_it(forum: str) -> None:
    found = api.extract(page(f'<div class="thread"><ul class="posts">{posts(FORUMS[forum])}</ul></div>'))
    story = plain.text(found.article.body)
    for words in ("Posts: 12", "Posts", "Joined", "Row, row", "Participant"):
        assert words not in story, words


def test_a_discussion_whose_story_stands_apart_keeps_all_its_comments() -> None:
    comment = """<li class="Item ItemComment" id="Comment_NUMBER"><div class="Comment"><div class="Item-Header CommentHeader"><div class="AuthorWrap"><span class="Author"><a title="NAME" href="/profile/1" class="PhotoWrap"><img src="/a.png" alt="NAME"></a><a href="/profile/1" class="Username">NAME</a></span></div><div class="Meta CommentMeta CommentInfo"><span class="MItem DateCreated"><a href="/c/NUMBER" class="Permalink" rel="nofollow"><time title="April 26, 2022 TIME" datetime="2022-04-26TTIME:00+00:00">April 2022</time></a></span></div></div><div class="Item-BodyWrap"><div class="Item-Body"><div class="Message userContent">WORDS</div></div></div></div></li>"""
    found = api.extract(page(f"<p>{A}</p><ul>{posts(comment)}</ul>"))
    assert [(comment.author, plain.text(comment.body)) for comment in found.comments] == [
        ("Ida Holm", A),
        ("Jon Eld", B),
        ("Wren", C),
    ]


def test_a_later_page_of_a_thread_has_no_opening_post() -> None:
    later = posts(FORUMS["xenforo 1"]).replace("#1<", "#21<", 1)
    found = api.extract(page(f"<ol>{later}</ol>"))
    assert [plain.text(comment.body) for comment in found.comments] == [A, B, C]


def test_a_weblogs_list_of_stories_is_no_thread() -> None:
    story = """<div class="post" id="post-NUMBER"><h2><a href="/NUMBER">About NAME</a></h2><small class="date">April 26, 2022</small> <span class="author">NAME</span><div class="entry"><p>WORDS</p></div></div>"""
    assert api.extract(page(posts(story))).comments == ()


WELCOME = f"<p>{'Welcome to the forum of Harrowmere, where neighbours talk about the river Eld. ' * 4}</p>"


def test_a_welcome_above_a_thread_is_no_story() -> None:
    found = api.extract(page(f"{WELCOME}<ol>{posts(FORUMS['vbulletin 4'])}</ol>"))
    assert plain.text(found.article.body) == A
    assert [plain.text(comment.body) for comment in found.comments] == [B, C]


def test_posts_named_messages_are_a_thread() -> None:
    post = """<tr><td class="msg" id="message_NUMBER"><div class="msg_infobox"><a class="name" href="/u/1"><b>NAME</b></a> <span class="post_time">April 26, 2022</span></div><div class="msg_text">WORDS</div></td></tr>"""
    found = api.extract(page(f"<table>{posts(post)}</table>"))
    assert plain.text(found.article.body) == A
    assert [plain.text(comment.body) for comment in found.comments] == [B, C]


QUESTION = f"""<main><h1>Does the ferry cross in fog?</h1><div class="question js-question" id="question" data-questionid="41"><div class="s-prose js-post-body" itemprop="text"><p>{A}</p><pre>ferry --fog</pre></div><div class="user-info"><span class="relativetime" title="2022-04-26 10:15:00Z">Apr 26</span><div class="user-details" itemprop="author"><a href="/u/1">Ida Holm</a></div></div></div>
<div id="answers"><div id="answer-42" class="answer js-accepted-answer accepted-answer" itemprop="acceptedAnswer" itemscope itemtype="https://schema.org/Answer"><div class="s-prose" itemprop="text"><p>{B}</p></div><div class="user-info"><span class="relativetime" title="2022-04-26 11:00:00Z">Apr 26</span><div class="user-details" itemprop="author"><a href="/u/2">Jon Eld</a></div></div>
<ul class="comments-list"><li id="comment-43" class="comment js-comment"><span class="comment-copy">{C}</span> <a class="comment-user" href="/u/3">Wren</a> <span class="comment-date"><span title="2022-04-27 08:30:00Z">Apr 27</span></span></li></ul></div></div></main>"""


def test_a_question_is_the_story_and_its_answers_are_marked() -> None:
    found = api.extract(page(QUESTION))
    assert plain.text(found.article.body).split("\n\n")[0] == A
    marks = [(comment.author, comment.parent, comment.marks) for comment in found.comments]
    assert marks == [("Jon Eld", None, ("answer", "accepted")), ("Wren", 0, ())]
